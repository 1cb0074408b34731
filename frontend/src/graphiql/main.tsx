import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '../styles/fonts.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';
import { ask } from './ask';
import { largest } from './largest';

const tabs = examples(await largest());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <GraphiQL fetcher={ask} defaultTabs={tabs} defaultEditorToolsVisibility="variables">
      <GraphiQL.Logo>
        <a className="home" href="/">GeoCrime</a>
      </GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
