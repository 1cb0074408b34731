import { sentenceCase } from './words';

const words: Record<string, string> = {
  ENSEMBLE: 'Mean of good models', LSTM: 'LSTM of the area', LSTM_GLOBAL: 'LSTM of all areas', ETS: 'Exponential smoothing', SARIMAX: 'SARIMAX', AUTO_SARIMAX: 'SARIMAX, orders chosen', TSB: 'TSB',
  NEGATIVE_BINOMIAL: 'Calendar regression', PROPHET: 'Prophet-like', SEASONAL_NAIVE: 'Seasonal naive', NAIVE: 'Last value', MEAN: 'Recent mean',
};
/** A model's name in words: "ETS" → "Exponential smoothing". */
export const modelName = (model: string): string => words[model] ?? sentenceCase(model).replaceAll('_', ' ');
