import { SmartCooking } from '../lib/smart-cooking';

new SmartCooking().synth();
