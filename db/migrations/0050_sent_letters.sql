-- That a letter was sent, when, under which number and by whom, stands as it was put on record (R5); its note goes where an
-- erasure is on record (Decree 13/2023). Nothing that was left to people ever goes.
CREATE FUNCTION keep_sent_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_on IS NULL OR (
    NEW.note IS NULL AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note'
    AND EXISTS (SELECT FROM case_events WHERE case_code = OLD.case_code AND type = 'erase')
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of % is refused: the letter was sent', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER notice_tasks_sent_letters_kept BEFORE UPDATE ON notice_tasks FOR EACH ROW EXECUTE FUNCTION keep_sent_letters();
--> statement-breakpoint
CREATE TRIGGER notice_tasks_not_deleted BEFORE DELETE ON notice_tasks FOR EACH ROW EXECUTE FUNCTION refuse_alteration();
--> statement-breakpoint
CREATE TRIGGER notice_tasks_not_truncated BEFORE TRUNCATE ON notice_tasks FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration();
