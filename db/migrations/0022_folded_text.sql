CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- A text as the public searches it: small letters without diacritics, composed or decomposed alike. Immutable, since the
-- dictionary is named, so that columns and indexes may be made of it.
CREATE FUNCTION fold_text(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(regexp_replace(public.unaccent('public.unaccent'::regdictionary, normalize(written, NFC)), '\s+', ' ', 'g'))
$$;
