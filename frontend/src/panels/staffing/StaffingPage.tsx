export const StaffingPage = (_: unknown) => null;
