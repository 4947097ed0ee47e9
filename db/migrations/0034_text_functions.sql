-- How texts are searched and compared. Here alone, so that columns, indexes and queries never disagree; immutable, so that
-- columns may be made of it; every name with its schema, so that a restored backup can make the columns anew.

-- Small letters without diacritics: composed, decomposed, wide and styled letters alike, and nothing that no eye sees.
CREATE OR REPLACE FUNCTION fold_text(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary,
    regexp_replace(written, '[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]', '', 'g')
  )), '\s+', ' ', 'g'))
$$;
--> statement-breakpoint
-- The syllables of a folded text in their order. What no petition needs is cut off: a tsvector has its limits, and a text
-- beyond them could not be kept at all.
CREATE FUNCTION syllables_of(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_to_array(btrim(regexp_replace(
    regexp_replace(left(folded, 60000), '(\w{40})\w+', '\1', 'g'), '\W+', ' ', 'g'
  )), ' ')
$$;
--> statement-breakpoint
-- A syllable alone says little: Vietnamese words are mostly of two, and common syllables stand in every text. So each two
-- that follow each other are kept as well.
CREATE FUNCTION search_words(written text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  said text[] := public.syllables_of(public.fold_text(written));
BEGIN
  RETURN array_to_tsvector(said || array(
    SELECT '+' || one || ' ' || next FROM unnest(said[:cardinality(said) - 1], said[2:]) AS pair (one, next)
  ));
END $$;
--> statement-breakpoint
-- A phrase by its pairs; the last syllable may be the beginning of one. Null, which finds nothing, where it has no syllable.
CREATE FUNCTION search_phrase(written text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  said text[] := public.syllables_of(public.fold_text(written));
BEGIN
  IF cardinality(said) < 2 THEN RETURN public.search_all(written); END IF;
  RETURN (
    SELECT string_agg(quote_literal('+' || one || ' ' || next), ' & ' ORDER BY place) || ':*'
    FROM unnest(said[:cardinality(said) - 1], said[2:]) WITH ORDINALITY AS pair (one, next, place)
  )::tsquery;
END $$;
--> statement-breakpoint
-- All syllables in any order; the last may be the beginning of one. Null, which finds nothing, where there is none.
CREATE FUNCTION search_all(written text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (string_agg(quote_literal(syllable), ' & ' ORDER BY place) || ':*')::tsquery
  FROM unnest(public.syllables_of(public.fold_text(written))) WITH ORDINALITY AS said (syllable, place)
$$;
--> statement-breakpoint
-- The bottom-k sketch of a text: the 24 smallest hashes of its runs of three syllables, which say more than a word of the
-- office and survive when sentences are moved around. Texts that share many runs share many of these, however long they are.
CREATE FUNCTION text_sketch(written text) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  said text[] := public.syllables_of(public.fold_text(written));
BEGIN
  RETURN array(
    SELECT DISTINCT hashtext(concat_ws(' ', one, next, third)) AS fingerprint
    FROM unnest(said, said[2:], said[3:]) WITH ORDINALITY AS run (one, next, third, place)
    WHERE third IS NOT NULL OR place = 1
    ORDER BY fingerprint LIMIT 24
  );
END $$;
--> statement-breakpoint
-- Folded anew, now that unseen letters fall away.
UPDATE accounts SET name = name;
--> statement-breakpoint
UPDATE publications SET title = title;
