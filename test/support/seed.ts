import fc from 'fast-check';

/** The same chance in every run; `PROPERTY_SEED` gives another. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_125) });
