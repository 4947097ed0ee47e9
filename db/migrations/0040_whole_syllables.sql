-- Whoever types begins a word, so the last syllable may be the beginning of one. But looking for all that begins so takes
-- three times as long as looking for one, and what ends as below can only be a whole Vietnamese syllable: after `truong` or
-- `quyet` comes no further letter.
CREATE FUNCTION is_whole_syllable(syllable text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT syllable ~ '^[bcdghklmnpqrstvx]{0,3}[aeiouy]{1,3}(m|p|t|ng|nh|ch)$' OR syllable ~ '^[bcdghklmnpqrstvx]{0,3}[aeiouy]?[ou]c$'
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_phrase(written text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  said text[] := public.syllables_of(public.fold_text(written));
BEGIN
  IF cardinality(said) < 2 THEN RETURN public.search_all(written); END IF;
  RETURN (
    SELECT string_agg(quote_literal('+' || one || ' ' || next), ' & ' ORDER BY place)
      || CASE WHEN public.is_whole_syllable(said[cardinality(said)]) THEN '' ELSE ':*' END
    FROM unnest(said[:cardinality(said) - 1], said[2:]) WITH ORDINALITY AS pair (one, next, place)
  )::tsquery;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_all(written text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  said text[] := public.syllables_of(public.fold_text(written));
BEGIN
  RETURN (
    SELECT string_agg(quote_literal(syllable), ' & ' ORDER BY place)
      || CASE WHEN public.is_whole_syllable(said[cardinality(said)]) THEN '' ELSE ':*' END
    FROM unnest(said) WITH ORDINALITY AS each (syllable, place)
  )::tsquery;
END $$;
