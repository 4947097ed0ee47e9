-- What policies allowed that say nothing of attachments: the settings that every installation began with.
ALTER TABLE "policies" ADD COLUMN "attachments" jsonb NOT NULL DEFAULT '{
  "maxBytes": 26214400,
  "perCase": 100,
  "types": [
    "application/pdf",
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/tiff",
    "image/heic",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/x-cfb",
    "text/plain",
    "audio/mpeg",
    "audio/x-m4a",
    "video/mp4",
    "video/quicktime"
  ],
  "basis": "Service rule; R2, R4"
}';--> statement-breakpoint
ALTER TABLE "policies" ALTER COLUMN "attachments" DROP DEFAULT;
