export const BriefingPage = (_: unknown) => null;
