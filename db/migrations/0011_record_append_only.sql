-- What people wrote stands as it was written, and goes only where an erasure is on record (R5, Decree 13/2023).
CREATE FUNCTION refuse_unrecorded_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM case_events, jsonb_array_elements(event #> '{data,erased}') AS erased
    WHERE case_code = OLD.case_code AND type = 'erase'
      AND (erased ->> 'seq')::integer = OLD.seq AND erased ->> 'field' = OLD.field
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE of % is refused: no erasure on record names it', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER case_personal_unaltered BEFORE UPDATE ON case_personal FOR EACH ROW EXECUTE FUNCTION refuse_alteration();
--> statement-breakpoint
CREATE TRIGGER case_personal_erased_on_record BEFORE DELETE ON case_personal FOR EACH ROW EXECUTE FUNCTION refuse_unrecorded_erasure();
--> statement-breakpoint
CREATE TRIGGER case_personal_not_truncated BEFORE TRUNCATE ON case_personal FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration();
