import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/frame.css';
import './styles/cards.css';
import './styles/charts.css';
import './styles/pages.css';
import './styles/training.css';
import './styles/decisions.css';
import './styles/staffing.css';
import './styles/briefing.css';
import './styles/phone.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
