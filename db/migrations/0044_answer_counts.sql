CREATE TABLE "answer_counts" (
	"settled_on" date NOT NULL,
	"agency" text,
	"answered" integer NOT NULL,
	"late" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "case_standings_answered";--> statement-breakpoint
CREATE INDEX "answer_counts_settled" ON "answer_counts" USING btree ("settled_on");--> statement-breakpoint
-- What counts no more is taken away and what counts is added, each as a row of its own: two acts that are recorded at once
-- never wait for one another, nor for those who put the rows together.
CREATE FUNCTION count_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.answered AND OLD.superseded_at IS NULL AND OLD.settled_on IS NOT NULL THEN
    INSERT INTO public.answer_counts (settled_on, agency, answered, late)
    VALUES (OLD.settled_on, OLD.agency, -1, -coalesce(OLD.settled_on > OLD.late_after, false)::int);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.answered AND NEW.superseded_at IS NULL AND NEW.settled_on IS NOT NULL THEN
    INSERT INTO public.answer_counts (settled_on, agency, answered, late)
    VALUES (NEW.settled_on, NEW.agency, 1, coalesce(NEW.settled_on > NEW.late_after, false)::int);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Most acts meet cases that are not answered, and pass by.
CREATE TRIGGER answers_come AFTER INSERT ON case_standings
FOR EACH ROW WHEN (NEW.answered) EXECUTE FUNCTION count_answers();
--> statement-breakpoint
CREATE TRIGGER answers_change AFTER UPDATE ON case_standings
FOR EACH ROW WHEN (OLD.answered OR NEW.answered) EXECUTE FUNCTION count_answers();
--> statement-breakpoint
CREATE TRIGGER answers_go AFTER DELETE ON case_standings
FOR EACH ROW WHEN (OLD.answered) EXECUTE FUNCTION count_answers();
--> statement-breakpoint
-- Those that came before: the triggers keep all writers out until this is committed.
INSERT INTO answer_counts (settled_on, agency, answered, late)
SELECT settled_on, agency, count(*), count(*) FILTER (WHERE settled_on > late_after)
FROM case_standings
WHERE superseded_at IS NULL AND answered AND settled_on IS NOT NULL
GROUP BY settled_on, agency;
