/** What the layers are computed with. `bandwidth` null = Scott's rule on all incidents, chosen by the server. */
export interface Parameters {
  /** Gaussian sd, metres. */
  bandwidth: number | null;
  /** Side of the square whose area a hexagon has, metres. */
  cell: number;
  /** Neighbourhood radius of DBSCAN, metres. */
  epsilon: number;
  /** Reports within epsilon that make a core point, itself included. */
  minPoints: number;
  /** Neighbourhood of ST-DBSCAN in time, days. */
  withinDays: number;
  /** Days ahead that the risk score looks. */
  horizon: number;
}

export const defaultParameters: Parameters = { bandwidth: null, cell: 250, epsilon: 150, minPoints: 25, withinDays: 14, horizon: 28 };

export const parameterRange: Record<keyof Parameters, { min: number; max: number; step: number }> = {
  bandwidth: { min: 50, max: 1500, step: 25 },
  cell: { min: 100, max: 1000, step: 50 },
  epsilon: { min: 25, max: 500, step: 25 },
  minPoints: { min: 5, max: 200, step: 5 },
  withinDays: { min: 1, max: 56, step: 1 },
  horizon: { min: 7, max: 180, step: 7 },
};
