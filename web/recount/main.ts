/** The recount page (docs/decisions/0019): one file without a network, built from the rules themselves. */
import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import './recount.css';
import './print.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target) {
  target.textContent = '';
  mount(App, { target });
}
