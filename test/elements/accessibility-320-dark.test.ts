import { itHasNoFaults } from './axe-looks.js';

itHasNoFaults(320, 'dark');
