import { itHasNoFaults } from './axe-looks.js';

itHasNoFaults(1280, 'light');
