ALTER TABLE "cases" ADD COLUMN "jointly_with" text;--> statement-breakpoint
-- Cases that were answered together with another one and have had no answer of their own since.
UPDATE cases SET jointly_with = joint.event -> 'data' ->> 'principal', published_at = joint.at, published_answer = cases.answer
FROM case_events AS joint
WHERE joint.case_code = cases.code AND joint.type = 'answerJointly' AND NOT EXISTS (
  SELECT 1 FROM case_events AS later
  WHERE later.case_code = joint.case_code AND later.seq > joint.seq
    AND later.type IN ('answer', 'answerJointly', 'decide', 'publish', 'republish', 'unpublish'));
