/** Names and colours of the score's components: what is estimated in cobalt, what was reported in greys. */
export const componentNames: Record<string, string> = { volume: 'Expected volume', momentum: 'Recent momentum', hotspot: 'Hot-spot share', severity: 'Severity' };
export const shortNames: Record<string, string> = { volume: 'Volume', momentum: 'Momentum', hotspot: 'Hot spots', severity: 'Severity' };
export const componentTokens: Record<string, string> = { volume: 'c-estimate', momentum: 'c-bar-on', hotspot: 'control', severity: 'c-bar' };

export const trendName: Record<string, string> = { RISING: 'Rising', STEADY: 'Steady', FALLING: 'Falling' };
