CREATE TABLE "title_syllables" (
	"syllable" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
DROP INDEX "publications_titles";
--> statement-breakpoint
-- No syllable has more than seven letters; what has more or a digit might name somebody, and a title that is taken back
-- leaves its syllables behind. In their order, so that two titles at once do not wait for each other.
CREATE FUNCTION title_syllables_of(folded text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT DISTINCT syllable FROM unnest(public.syllables_of(folded)) AS said (syllable)
  WHERE syllable ~ '^[a-z]{2,7}$' ORDER BY syllable
$$;
--> statement-breakpoint
CREATE FUNCTION keep_title_syllables() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.title_syllables SELECT public.title_syllables_of(NEW.title_search) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_title AFTER INSERT OR UPDATE OF title ON publications
FOR EACH ROW EXECUTE FUNCTION keep_title_syllables();
--> statement-breakpoint
INSERT INTO title_syllables SELECT DISTINCT public.title_syllables_of(title_search) FROM publications;
--> statement-breakpoint
-- What a syllable becomes by one letter more, less or other, or by two that change places.
CREATE FUNCTION near_syllables(syllable text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT left(syllable, place) || put || substr(syllable, place + 1 + taken)
  FROM generate_series(0, length(syllable)) AS place, generate_series(0, 1) AS taken,
    string_to_table(',a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z', ',') AS put
  WHERE length(syllable) <= 8
  UNION
  SELECT left(syllable, place) || substr(syllable, place + 2, 1) || substr(syllable, place + 1, 1) || substr(syllable, place + 3)
  FROM generate_series(0, length(syllable) - 2) AS place
  WHERE length(syllable) <= 8
$$;
--> statement-breakpoint
-- All syllables in any order, where one that no title has may be one that a title has and that differs by a letter, or two
-- that were written as one. Where titles have all of them, one was taken for another: then that goes for each.
CREATE FUNCTION search_alike(written text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  WITH said AS (
    SELECT syllable, place, EXISTS (SELECT FROM public.title_syllables AS title WHERE title.syllable = said.syllable) AS known
    FROM unnest(public.syllables_of(public.fold_text(written))) WITH ORDINALITY AS said (syllable, place)
  ),
  meant AS (
    SELECT place, quote_literal(syllable) AS word FROM said
    UNION
    SELECT place, quote_literal(title.syllable)
    FROM said CROSS JOIN LATERAL public.near_syllables(said.syllable) AS near (syllable)
    JOIN public.title_syllables AS title ON title.syllable = near.syllable
    WHERE NOT known OR (SELECT bool_and(known) FROM said)
    UNION
    SELECT place, quote_literal('+' || one.syllable || ' ' || next.syllable)
    FROM said CROSS JOIN LATERAL generate_series(2, length(syllable) - 2) AS cut
    JOIN public.title_syllables AS one ON one.syllable = left(said.syllable, cut)
    JOIN public.title_syllables AS next ON next.syllable = substr(said.syllable, cut + 1)
    WHERE NOT known
  )
  SELECT string_agg('(' || words || ')', ' & ')::tsquery
  FROM (SELECT string_agg(word, ' | ') AS words FROM meant GROUP BY place) AS each
$$;
