-- No act but the first and an erasure changes what a case is found by: `UPDATE OF` lets all others pass.
CREATE FUNCTION keep_case_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.case_words (case_code, words, sketch)
  VALUES (
    NEW.code,
    public.search_words(concat_ws(' ', NEW.code, NEW.title, NEW.content, NEW.submitter_name, NEW.submitter_phone, NEW.submitter_email)),
    public.text_sketch(NEW.title || ' ' || NEW.content)
  )
  ON CONFLICT (case_code) DO UPDATE SET words = excluded.words, sketch = excluded.sketch;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_words AFTER INSERT OR UPDATE OF title, content, submitter_name, submitter_phone, submitter_email ON cases
FOR EACH ROW EXECUTE FUNCTION keep_case_words();
--> statement-breakpoint
-- Those that came before, with fingerprints for all of them.
INSERT INTO case_words
SELECT code, search_words(concat_ws(' ', code, title, content, submitter_name, submitter_phone, submitter_email)), text_sketch(title || ' ' || content)
FROM cases;
--> statement-breakpoint
-- The planner takes what is not among the most common words for as rare as the rarest of these: with few of them a case's
-- code would seem so common that the whole list is walked for it.
ALTER TABLE case_words ALTER COLUMN words SET STATISTICS 500;
--> statement-breakpoint
ALTER TABLE publications ALTER COLUMN words SET STATISTICS 500;
--> statement-breakpoint
CREATE INDEX "case_words_words" ON "case_words" USING gin ("words");
--> statement-breakpoint
CREATE INDEX "case_words_sketch" ON "case_words" USING gin ("sketch");
