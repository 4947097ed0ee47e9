-- Who took what out of the service stays on record.
CREATE TRIGGER export_log_append_only BEFORE UPDATE OR DELETE ON export_log FOR EACH ROW EXECUTE FUNCTION refuse_alteration();
--> statement-breakpoint
CREATE TRIGGER export_log_not_truncated BEFORE TRUNCATE ON export_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration();
