CREATE TABLE `activities` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob,
	`title` text NOT NULL,
	`kind` integer,
	`started_on` integer,
	`ended_on` integer,
	`minutes` integer,
	`provider` text,
	`sponsor_number` text,
	`location` text,
	`reflection` text,
	`funding_source` text,
	`status` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activities_minutes" CHECK("activities"."minutes" is null or "activities"."minutes" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `activities_member` ON `activities` (`district_id`,`member_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `activities_drafts` ON `activities` (`district_id`,`member_id`,`updated_at`) WHERE status = 1;--> statement-breakpoint
CREATE INDEX `activities_placeless` ON `activities` (`district_id`,`id`) WHERE organization_id is null;--> statement-breakpoint
CREATE TABLE `activity_competencies` (
	`district_id` integer NOT NULL,
	`activity_id` blob NOT NULL,
	`competency` integer NOT NULL,
	PRIMARY KEY(`district_id`, `activity_id`, `competency`),
	FOREIGN KEY (`district_id`,`activity_id`) REFERENCES `activities`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `activity_competencies_competency` ON `activity_competencies` (`district_id`,`competency`,`activity_id`);--> statement-breakpoint
CREATE TABLE `assignment_changes` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`assignment_id` blob NOT NULL,
	`what` text NOT NULL,
	`before` text,
	`made_by_id` blob NOT NULL,
	`made_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`assignment_id`) REFERENCES `assignments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`made_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignment_changes_assignment` ON `assignment_changes` (`district_id`,`assignment_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `assignment_changes_maker` ON `assignment_changes` (`district_id`,`made_by_id`);--> statement-breakpoint
CREATE TABLE `enrollment_changes` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`change_id` blob NOT NULL,
	`enrollment_id` blob NOT NULL,
	`assignment_id` blob,
	`assigned_on` integer,
	`due_on` integer,
	`inherited_due_on` integer,
	`late_on` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`change_id`) REFERENCES `assignment_changes`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`enrollment_id`) REFERENCES `enrollments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `enrollment_changes_change` ON `enrollment_changes` (`district_id`,`change_id`,`enrollment_id`);--> statement-breakpoint
CREATE INDEX `enrollment_changes_enrollment` ON `enrollment_changes` (`district_id`,`enrollment_id`);--> statement-breakpoint
CREATE TABLE `enrollment_requests` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`enrollment_id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`until` integer,
	`status` text NOT NULL,
	`asked_by_id` blob NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by_id` blob,
	`decided_at` integer,
	`answer` text,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`enrollment_id`) REFERENCES `enrollments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`asked_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`decided_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enrollment_requests_enrollment` ON `enrollment_requests` (`district_id`,`enrollment_id`);--> statement-breakpoint
CREATE INDEX `enrollment_requests_member` ON `enrollment_requests` (`district_id`,`member_id`,`status`);--> statement-breakpoint
CREATE INDEX `enrollment_requests_status` ON `enrollment_requests` (`district_id`,`status`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `enrollment_requests_asker` ON `enrollment_requests` (`district_id`,`asked_by_id`);--> statement-breakpoint
CREATE INDEX `enrollment_requests_decider` ON `enrollment_requests` (`district_id`,`decided_by_id`);--> statement-breakpoint
CREATE TABLE `member_subjects` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`subject` text NOT NULL,
	`source` text NOT NULL,
	`added_on` integer NOT NULL,
	`removed_on` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `member_subjects_member` ON `member_subjects` (`district_id`,`member_id`,`subject`) WHERE removed_on is null;--> statement-breakpoint
CREATE INDEX `member_subjects_subject` ON `member_subjects` (`district_id`,`subject`,`member_id`,`added_on`,`removed_on`);--> statement-breakpoint
CREATE TABLE `people_list_members` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`list_id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`added_on` integer NOT NULL,
	`removed_on` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`list_id`) REFERENCES `people_lists`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `people_list_members_list` ON `people_list_members` (`district_id`,`list_id`,`member_id`,`added_on`,`removed_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_list_members_member` ON `people_list_members` (`district_id`,`member_id`,`list_id`) WHERE removed_on is null;--> statement-breakpoint
CREATE TABLE `people_lists` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`name` text NOT NULL,
	`created_by_id` blob NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`created_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_lists_name` ON `people_lists` (`district_id`,`name`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `people_lists_creator` ON `people_lists` (`district_id`,`created_by_id`);--> statement-breakpoint
CREATE TABLE `achievements` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`title` text NOT NULL,
	`issuer` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `achievements_title` ON `achievements` (`district_id`,`title`);--> statement-breakpoint
CREATE TABLE `awards` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`achievement_id` blob,
	`title` text NOT NULL,
	`issuer` text NOT NULL,
	`awarded_on` integer NOT NULL,
	`expires_on` integer,
	`url` text,
	`verification` text NOT NULL,
	`decided_on` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`achievement_id`) REFERENCES `achievements`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `awards_member` ON `awards` (`district_id`,`member_id`,`awarded_on`,`id`);--> statement-breakpoint
CREATE INDEX `awards_achievement` ON `awards` (`district_id`,`achievement_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `awards_organization` ON `awards` (`district_id`,`organization_id`,`awarded_on`,`created_at`,`verification`,`decided_on`,`expires_on`,`id`);--> statement-breakpoint
CREATE TABLE `former_awards` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`award_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`achievement_id` blob,
	`title` text NOT NULL,
	`issuer` text NOT NULL,
	`awarded_on` integer NOT NULL,
	`expires_on` integer,
	`verification` text NOT NULL,
	`decided_on` integer,
	`started_at` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`award_id`) REFERENCES `awards`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`achievement_id`) REFERENCES `achievements`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `former_awards_award` ON `former_awards` (`district_id`,`award_id`,`replaced_at`);--> statement-breakpoint
CREATE TABLE `brought_rows` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`kind` text NOT NULL,
	`from_slug` text NOT NULL,
	`from_district` text NOT NULL,
	`from_organization` text,
	`title` text NOT NULL,
	`activity_kind` text,
	`started_on` integer NOT NULL,
	`ended_on` integer NOT NULL,
	`minutes` integer,
	`counted_minutes` integer NOT NULL,
	`provider` text,
	`sponsor_number` text,
	`location` text,
	`reflection` text,
	`expires_on` integer,
	`url` text,
	`standing` text NOT NULL,
	`strength` integer NOT NULL,
	`has_evidence` integer NOT NULL,
	`decided_by` text,
	`decided_on` integer,
	`claim` text,
	`brought_on` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "brought_rows_minutes" CHECK("brought_rows"."minutes" is null or "brought_rows"."minutes" > 0),
	CONSTRAINT "brought_rows_counted" CHECK("brought_rows"."counted_minutes" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `brought_rows_member` ON `brought_rows` (`district_id`,`member_id`,`ended_on`,`id`);--> statement-breakpoint
CREATE TABLE `record_imports` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`file_name` text NOT NULL,
	`content` text,
	`outcome` text,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `record_imports_member` ON `record_imports` (`district_id`,`member_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `changes` (
	`district_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`district_id`, `table_name`, `revision`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `credit_claims` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`activity_id` blob,
	`completion_id` blob,
	`award_id` blob,
	`topic` text,
	`provider_kind` text,
	`credit` text,
	`amount_thousandths` integer,
	`course_level` text,
	`proof` text,
	`is_aligned` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`activity_id`) REFERENCES `activities`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`completion_id`) REFERENCES `completions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`award_id`) REFERENCES `awards`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "credit_claims_subject" CHECK((case when "credit_claims"."activity_id" is null then 0 else 1 end) + (case when "credit_claims"."completion_id" is null then 0 else 1 end) + (case when "credit_claims"."award_id" is null then 0 else 1 end) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `credit_claims_member` ON `credit_claims` (`district_id`,`member_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credit_claims_activity` ON `credit_claims` (`district_id`,`activity_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credit_claims_completion` ON `credit_claims` (`district_id`,`completion_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credit_claims_award` ON `credit_claims` (`district_id`,`award_id`);--> statement-breakpoint
CREATE TABLE `credit_shares` (
	`district_id` integer NOT NULL,
	`claim_id` blob NOT NULL,
	`jurisdiction` text NOT NULL,
	`category` text NOT NULL,
	`share` integer,
	PRIMARY KEY(`district_id`, `claim_id`, `jurisdiction`, `category`),
	FOREIGN KEY (`district_id`,`claim_id`) REFERENCES `credit_claims`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "credit_shares_share" CHECK("credit_shares"."share" is null or "credit_shares"."share" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `pathway_comments` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`version_id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`step_key` blob,
	`step_title` text,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`taken_back_at` integer,
	`settled_at` integer,
	`settled_by_id` blob,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`version_id`) REFERENCES `pathway_versions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`settled_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `pathway_comments_version` ON `pathway_comments` (`district_id`,`version_id`,`written_at`);--> statement-breakpoint
CREATE INDEX `pathway_comments_author` ON `pathway_comments` (`district_id`,`member_id`,`version_id`);--> statement-breakpoint
CREATE INDEX `pathway_comments_settler` ON `pathway_comments` (`district_id`,`settled_by_id`);--> statement-breakpoint
CREATE TABLE `pathway_readers` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`version_id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`asked_by_id` blob NOT NULL,
	`asked_at` integer NOT NULL,
	`question` text,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`version_id`) REFERENCES `pathway_versions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`asked_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pathway_readers_member` ON `pathway_readers` (`district_id`,`version_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `pathway_readers_versions` ON `pathway_readers` (`district_id`,`member_id`,`version_id`);--> statement-breakpoint
CREATE INDEX `pathway_readers_asker` ON `pathway_readers` (`district_id`,`asked_by_id`);--> statement-breakpoint
CREATE TABLE `completions` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`course_id` blob,
	`title` text NOT NULL,
	`provider` text,
	`completed_on` integer NOT NULL,
	`minutes` integer NOT NULL,
	`kind` integer,
	`source` text NOT NULL,
	`strength` integer NOT NULL,
	`status` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`course_id`) REFERENCES `courses`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "completions_minutes" CHECK("completions"."minutes" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `completions_member` ON `completions` (`district_id`,`member_id`,`completed_on`,`id`);--> statement-breakpoint
CREATE INDEX `completions_course` ON `completions` (`district_id`,`course_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `courses` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`title` text NOT NULL,
	`provider` text,
	`minutes` integer,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `courses_title` ON `courses` (`district_id`,`title`);--> statement-breakpoint
CREATE TABLE `booked_competencies` (
	`district_id` integer NOT NULL,
	`entry_id` blob NOT NULL,
	`competency` integer NOT NULL,
	PRIMARY KEY(`district_id`, `entry_id`, `competency`),
	FOREIGN KEY (`district_id`,`entry_id`) REFERENCES `ledger_entries`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`kind` integer NOT NULL,
	`minutes` integer NOT NULL,
	`earned_on` integer NOT NULL,
	`booked_on` integer NOT NULL,
	`school_year` integer NOT NULL,
	`strength` integer NOT NULL,
	`activity_id` blob,
	`completion_id` blob,
	`corrects_id` blob,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`activity_id`) REFERENCES `activities`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`completion_id`) REFERENCES `completions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`corrects_id`) REFERENCES `ledger_entries`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entries_source" CHECK((case when "ledger_entries"."activity_id" is null then 0 else 1 end) + (case when "ledger_entries"."completion_id" is null then 0 else 1 end) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_entries_member` ON `ledger_entries` (`district_id`,`member_id`,`school_year`,`minutes`);--> statement-breakpoint
CREATE INDEX `ledger_entries_booked` ON `ledger_entries` (`district_id`,`school_year`,`booked_on`);--> statement-breakpoint
CREATE INDEX `ledger_entries_activity` ON `ledger_entries` (`district_id`,`activity_id`) WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX `ledger_entries_completion` ON `ledger_entries` (`district_id`,`completion_id`) WHERE completion_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_correction` ON `ledger_entries` (`district_id`,`corrects_id`) WHERE corrects_id is not null;--> statement-breakpoint
CREATE TABLE `districts` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`time_zone` text NOT NULL,
	`school_year_starts_on` text NOT NULL,
	`review_days` integer NOT NULL,
	`uses_may_overlap` integer DEFAULT true NOT NULL,
	`sends_notices` integer DEFAULT true NOT NULL,
	`administrator_role` text,
	`evidence_years` integer DEFAULT 5 NOT NULL,
	`separation_years` integer DEFAULT 6 NOT NULL,
	`destroys_when_due` integer DEFAULT false NOT NULL,
	`files_reviewed_on` integer,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `districts_slug_unique` ON `districts` (`slug`);--> statement-breakpoint
CREATE TABLE `events` (
	`district_id` integer NOT NULL,
	`actor_id` blob,
	`type` integer NOT NULL,
	`subject_id` blob,
	`details` text NOT NULL,
	`happened_at` integer NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`actor_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_invitations` ON `events` (`district_id`,`subject_id`) WHERE type = 84;--> statement-breakpoint
CREATE TABLE `evidence` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`activity_id` blob,
	`completion_id` blob,
	`award_id` blob,
	`goal_id` blob,
	`brought_id` blob,
	`enrollment_id` blob,
	`step_key` blob,
	`kind` integer NOT NULL,
	`name` text NOT NULL,
	`content` text,
	`media_type` text,
	`bytes` integer,
	`sha256` text,
	`strength` integer NOT NULL,
	`may_show_students` integer NOT NULL,
	`created_at` integer NOT NULL,
	`kept_until` integer,
	`destroyed_on` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`activity_id`) REFERENCES `activities`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`completion_id`) REFERENCES `completions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`award_id`) REFERENCES `awards`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`goal_id`) REFERENCES `goals`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`enrollment_id`) REFERENCES `enrollments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`brought_id`) REFERENCES `brought_rows`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_subject" CHECK((case when "evidence"."activity_id" is null then 0 else 1 end) + (case when "evidence"."completion_id" is null then 0 else 1 end) + (case when "evidence"."award_id" is null then 0 else 1 end) + (case when "evidence"."goal_id" is null then 0 else 1 end) + (case when "evidence"."enrollment_id" is null then 0 else 1 end) + (case when "evidence"."brought_id" is null then 0 else 1 end) = 1),
	CONSTRAINT "evidence_destroyed_file" CHECK("evidence"."destroyed_on" is null or "evidence"."kind" = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_member` ON `evidence` (`district_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `evidence_activity` ON `evidence` (`district_id`,`activity_id`) WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_completion` ON `evidence` (`district_id`,`completion_id`) WHERE completion_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_award` ON `evidence` (`district_id`,`award_id`) WHERE award_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_goal` ON `evidence` (`district_id`,`goal_id`) WHERE goal_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_brought` ON `evidence` (`district_id`,`brought_id`) WHERE brought_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_enrollment` ON `evidence` (`district_id`,`enrollment_id`) WHERE enrollment_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_kept` ON `evidence` (`district_id`,`kept_until`,`id`,`member_id`) WHERE kept_until is not null and destroyed_on is null;--> statement-breakpoint
CREATE INDEX `evidence_destroyed` ON `evidence` (`district_id`,`destroyed_on`,`id`) WHERE destroyed_on is not null;--> statement-breakpoint
CREATE INDEX `evidence_files` ON `evidence` (`district_id`,`created_at`,`member_id`) WHERE kind = 1 and destroyed_on is null;--> statement-breakpoint
CREATE TABLE `goal_check_ins` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`goal_id` blob NOT NULL,
	`note` text NOT NULL,
	`checked_on` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`goal_id`) REFERENCES `goals`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `goal_check_ins_goal` ON `goal_check_ins` (`district_id`,`goal_id`,`checked_on`);--> statement-breakpoint
CREATE TABLE `goal_priorities` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`goal_id` blob NOT NULL,
	`priority_id` blob NOT NULL,
	`started_on` integer NOT NULL,
	`replaced_on` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`goal_id`) REFERENCES `goals`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`priority_id`) REFERENCES `priorities`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `goal_priorities_goal` ON `goal_priorities` (`district_id`,`goal_id`,`started_on`);--> statement-breakpoint
CREATE TABLE `goals` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`competency` text,
	`baseline` text,
	`target` text NOT NULL,
	`measure` text,
	`set_on` integer NOT NULL,
	`due_on` integer NOT NULL,
	`status` text NOT NULL,
	`outcome` text,
	`closed_on` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `goals_member` ON `goals` (`district_id`,`member_id`,`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `goals_organization` ON `goals` (`district_id`,`organization_id`,`set_on`,`closed_on`,`status`);--> statement-breakpoint
CREATE TABLE `priorities` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`owner` text NOT NULL,
	`from_year` integer NOT NULL,
	`until_year` integer,
	`position` integer NOT NULL,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob,
	`matter` text NOT NULL,
	`placed_by_id` blob NOT NULL,
	`placed_on` integer NOT NULL,
	`released_by_id` blob,
	`released_on` integer,
	`release_reason` text,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`placed_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`released_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "legal_holds_release" CHECK(("legal_holds"."released_on" is null) = ("legal_holds"."released_by_id" is null) and ("legal_holds"."released_on" is null) = ("legal_holds"."release_reason" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `legal_holds_member` ON `legal_holds` (`district_id`,`member_id`,`released_on`);--> statement-breakpoint
CREATE INDEX `legal_holds_placed` ON `legal_holds` (`district_id`,`placed_on`,`id`);--> statement-breakpoint
CREATE INDEX `legal_holds_placer` ON `legal_holds` (`district_id`,`placed_by_id`);--> statement-breakpoint
CREATE INDEX `legal_holds_releaser` ON `legal_holds` (`district_id`,`released_by_id`);--> statement-breakpoint
CREATE TABLE `cycle_facts` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`cycle_id` blob NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`held_on` integer NOT NULL,
	`attested_by` text,
	`recorded_by_id` blob,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`cycle_id`) REFERENCES `cycles`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`recorded_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_facts_code` ON `cycle_facts` (`district_id`,`cycle_id`,`kind`,`code`,`held_on`);--> statement-breakpoint
CREATE INDEX `cycle_facts_recorder` ON `cycle_facts` (`district_id`,`recorded_by_id`);--> statement-breakpoint
CREATE TABLE `cycles` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`license_id` blob NOT NULL,
	`starts_on` integer NOT NULL,
	`ends_on` integer NOT NULL,
	`earn_until_on` integer NOT NULL,
	`extended_to_on` integer,
	`extension_reason` text,
	`rule_set_id` text NOT NULL,
	`rule_set_revision` integer NOT NULL,
	`is_employed` integer NOT NULL,
	`fte_thousandths` integer NOT NULL,
	`leave_thousandths` integer NOT NULL,
	`renewed_on` integer,
	`closed_on` integer,
	`judged_licenses` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`license_id`) REFERENCES `licenses`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycles_order" CHECK("cycles"."starts_on" <= "cycles"."ends_on"),
	CONSTRAINT "cycles_closed" CHECK(("cycles"."closed_on" is null) = ("cycles"."judged_licenses" is null)),
	CONSTRAINT "cycles_fte" CHECK("cycles"."fte_thousandths" between 0 and 1000),
	CONSTRAINT "cycles_leave" CHECK("cycles"."leave_thousandths" between 0 and 1000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `cycles_member` ON `cycles` (`district_id`,`member_id`,`starts_on`);--> statement-breakpoint
CREATE INDEX `cycles_license` ON `cycles` (`district_id`,`license_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `license_endorsements` (
	`district_id` integer NOT NULL,
	`license_id` blob NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`district_id`, `license_id`, `code`),
	FOREIGN KEY (`district_id`,`license_id`) REFERENCES `licenses`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `license_imports` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`uploaded_by_id` blob NOT NULL,
	`file_name` text NOT NULL,
	`status` text NOT NULL,
	`content` text,
	`outcome` text,
	`rejected` text,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`uploaded_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `license_imports_created` ON `license_imports` (`district_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `license_imports_uploader` ON `license_imports` (`district_id`,`uploaded_by_id`);--> statement-breakpoint
CREATE TABLE `licenses` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`jurisdiction` text NOT NULL,
	`kind` text NOT NULL,
	`class` text,
	`area` text,
	`is_primary` integer NOT NULL,
	`number` text,
	`issued_on` integer,
	`expires_on` integer,
	`source` text NOT NULL,
	`withdrawn_on` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `licenses_member` ON `licenses` (`district_id`,`member_id`,`jurisdiction`);--> statement-breakpoint
CREATE INDEX `licenses_expiry` ON `licenses` (`district_id`,`expires_on`,`id`);--> statement-breakpoint
CREATE TABLE `pinned_rule_sets` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`rule_set_id` text NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pinned_rule_sets_revision` ON `pinned_rule_sets` (`district_id`,`rule_set_id`,`revision`);--> statement-breakpoint
CREATE TABLE `outgoing_mail` (
	`id` blob PRIMARY KEY NOT NULL,
	`district_id` integer,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`attachment` text,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`sent_at` integer,
	`failure` text,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `outgoing_mail_waiting` ON `outgoing_mail` (`next_attempt_at`) WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX `outgoing_mail_district` ON `outgoing_mail` (`district_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `mandate_topics` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`mandate_id` blob NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`course_id` blob,
	`achievement_id` blob,
	`pathway_id` blob,
	`competencies` text NOT NULL,
	`minutes` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`mandate_id`) REFERENCES `mandates`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`course_id`) REFERENCES `courses`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`achievement_id`) REFERENCES `achievements`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`pathway_id`) REFERENCES `pathways`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mandate_topics_position` ON `mandate_topics` (`district_id`,`mandate_id`,`position`);--> statement-breakpoint
CREATE INDEX `mandate_topics_course` ON `mandate_topics` (`district_id`,`course_id`);--> statement-breakpoint
CREATE INDEX `mandate_topics_achievement` ON `mandate_topics` (`district_id`,`achievement_id`);--> statement-breakpoint
CREATE INDEX `mandate_topics_pathway` ON `mandate_topics` (`district_id`,`pathway_id`);--> statement-breakpoint
CREATE TABLE `mandates` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`jurisdiction` text,
	`law` text,
	`template_id` text,
	`audience` text NOT NULL,
	`every_months` integer,
	`first_due_on` integer,
	`starts_on` integer NOT NULL,
	`new_hire_days` integer,
	`window_days` integer,
	`grace_days` integer NOT NULL,
	`proof` text NOT NULL,
	`retention_years` integer,
	`switched_on_at` integer,
	`introduced_at` integer,
	`settled_at` integer,
	`ended_on` integer,
	`version` integer NOT NULL,
	`created_by_id` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`created_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mandates_title` ON `mandates` (`district_id`,`title`);--> statement-breakpoint
CREATE INDEX `mandates_creator` ON `mandates` (`district_id`,`created_by_id`);--> statement-breakpoint
CREATE TABLE `obligations` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`mandate_id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`topic_id` blob NOT NULL,
	`number` integer NOT NULL,
	`joined_on` integer NOT NULL,
	`period_on` integer,
	`opens_on` integer NOT NULL,
	`due_on` integer NOT NULL,
	`late_on` integer NOT NULL,
	`because` text NOT NULL,
	`met_on` integer,
	`sources` text NOT NULL,
	`missed_on` integer,
	`ended_on` integer,
	`noticed` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`mandate_id`) REFERENCES `mandates`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`topic_id`) REFERENCES `mandate_topics`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `obligations_number` ON `obligations` (`district_id`,`mandate_id`,`member_id`,`number`);--> statement-breakpoint
CREATE INDEX `obligations_member` ON `obligations` (`district_id`,`member_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `obligations_topic` ON `obligations` (`district_id`,`topic_id`);--> statement-breakpoint
CREATE INDEX `obligations_asked` ON `obligations` (`district_id`,`member_id`,`mandate_id`,`opens_on`,`late_on`,`met_on`,`missed_on`,`ended_on`) WHERE met_on is null and missed_on is null and ended_on is null;--> statement-breakpoint
CREATE INDEX `obligations_open` ON `obligations` (`district_id`,`mandate_id`,`due_on`,`member_id`,`opens_on`,`late_on`,`met_on`,`missed_on`,`ended_on`) WHERE met_on is null and missed_on is null and ended_on is null;--> statement-breakpoint
CREATE TABLE `id_numbers` (
	`id` integer PRIMARY KEY NOT NULL,
	`next` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `overlays` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`rule_set_id` text NOT NULL,
	`revision` integer NOT NULL,
	`starts_on` integer NOT NULL,
	`content` text NOT NULL,
	`saved_by_id` blob NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`saved_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `overlays_revision` ON `overlays` (`district_id`,`rule_set_id`,`revision`);--> statement-breakpoint
CREATE INDEX `overlays_saver` ON `overlays` (`district_id`,`saved_by_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`pathway_id` blob NOT NULL,
	`kind` text NOT NULL,
	`audience` text NOT NULL,
	`due` text NOT NULL,
	`grace_days` integer NOT NULL,
	`version` integer NOT NULL,
	`audience_size` integer,
	`reached` integer,
	`enrolling_started_at` integer,
	`enrolling_after` blob,
	`created_by_id` blob NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`pathway_id`) REFERENCES `pathways`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`created_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignments_pathway` ON `assignments` (`district_id`,`pathway_id`);--> statement-breakpoint
CREATE INDEX `assignments_creator` ON `assignments` (`district_id`,`created_by_id`);--> statement-breakpoint
CREATE TABLE `enrollments` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`pathway_id` blob NOT NULL,
	`version_id` blob NOT NULL,
	`assignment_id` blob,
	`assigned_on` integer,
	`enrolled_on` integer NOT NULL,
	`due_on` integer,
	`inherited_due_on` integer,
	`late_on` integer,
	`steps_completed` integer NOT NULL,
	`steps_required` integer NOT NULL,
	`share` integer NOT NULL,
	`next_step_key` blob,
	`last_step_on` integer,
	`engaged_on` integer,
	`completed_on` integer,
	`expires_on` integer,
	`ended_on` integer,
	`ended_for` text,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`pathway_id`) REFERENCES `pathways`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`version_id`) REFERENCES `pathway_versions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`assignment_id`) REFERENCES `assignments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `enrollments_open` ON `enrollments` (`district_id`,`member_id`,`pathway_id`) WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX `enrollments_member` ON `enrollments` (`district_id`,`member_id`,`pathway_id`);--> statement-breakpoint
CREATE INDEX `enrollments_pathway` ON `enrollments` (`district_id`,`pathway_id`,`member_id`,`enrolled_on`,`ended_on`,`engaged_on`,`completed_on`,`expires_on`);--> statement-breakpoint
CREATE INDEX `enrollments_version` ON `enrollments` (`district_id`,`version_id`);--> statement-breakpoint
CREATE INDEX `enrollments_assignment` ON `enrollments` (`district_id`,`assignment_id`);--> statement-breakpoint
CREATE TABLE `kept_steps` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`enrollment_id` blob NOT NULL,
	`step_key` blob NOT NULL,
	`completed_on` integer NOT NULL,
	`sources` text NOT NULL,
	`kept_from` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`enrollment_id`) REFERENCES `enrollments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_steps_step` ON `kept_steps` (`district_id`,`enrollment_id`,`step_key`,`kept_from`);--> statement-breakpoint
CREATE TABLE `pathway_asks` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`step_id` blob NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`course_id` blob,
	`achievement_id` blob,
	`pathway_id` blob,
	`goal_kind` text,
	`competencies` text NOT NULL,
	`minutes` integer,
	`rubric` text NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`step_id`) REFERENCES `pathway_steps`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`course_id`) REFERENCES `courses`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`achievement_id`) REFERENCES `achievements`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`pathway_id`) REFERENCES `pathways`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pathway_asks_step` ON `pathway_asks` (`district_id`,`step_id`,`position`);--> statement-breakpoint
CREATE INDEX `pathway_asks_course` ON `pathway_asks` (`district_id`,`course_id`);--> statement-breakpoint
CREATE INDEX `pathway_asks_achievement` ON `pathway_asks` (`district_id`,`achievement_id`);--> statement-breakpoint
CREATE INDEX `pathway_asks_pathway` ON `pathway_asks` (`district_id`,`pathway_id`);--> statement-breakpoint
CREATE TABLE `pathway_groups` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`version_id` blob NOT NULL,
	`group_key` blob NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`required_steps` integer,
	`ordered` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`version_id`) REFERENCES `pathway_versions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pathway_groups_key` ON `pathway_groups` (`district_id`,`version_id`,`group_key`);--> statement-breakpoint
CREATE TABLE `pathway_steps` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`version_id` blob NOT NULL,
	`step_key` blob NOT NULL,
	`group_key` blob,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`instructions` text,
	`weight` integer NOT NULL,
	`allowed_days` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`version_id`) REFERENCES `pathway_versions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pathway_steps_key` ON `pathway_steps` (`district_id`,`version_id`,`step_key`);--> statement-breakpoint
CREATE TABLE `pathway_versions` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`pathway_id` blob NOT NULL,
	`number` integer NOT NULL,
	`required_steps` integer,
	`ordered` integer NOT NULL,
	`change_note` text,
	`published_at` integer,
	`published_by_id` blob,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`pathway_id`) REFERENCES `pathways`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`published_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pathway_versions_number` ON `pathway_versions` (`district_id`,`pathway_id`,`number`);--> statement-breakpoint
CREATE INDEX `pathway_versions_publisher` ON `pathway_versions` (`district_id`,`published_by_id`);--> statement-breakpoint
CREATE TABLE `pathways` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`valid_months` integer,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`following_started_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `pathways_title` ON `pathways` (`district_id`,`title`);--> statement-breakpoint
CREATE TABLE `step_completions` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`enrollment_id` blob NOT NULL,
	`step_key` blob NOT NULL,
	`completed_on` integer NOT NULL,
	`sources` text NOT NULL,
	`kept_from` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`enrollment_id`) REFERENCES `enrollments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `step_completions_step` ON `step_completions` (`district_id`,`enrollment_id`,`step_key`);--> statement-breakpoint
CREATE TABLE `affiliations` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`role` text NOT NULL,
	`started_on` integer NOT NULL,
	`ended_on` integer,
	`source` text NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `affiliations_member` ON `affiliations` (`district_id`,`member_id`,`organization_id`,`role`,`started_on`);--> statement-breakpoint
CREATE INDEX `affiliations_organization` ON `affiliations` (`district_id`,`organization_id`,`role`,`member_id`,`started_on`,`ended_on`);--> statement-breakpoint
CREATE INDEX `affiliations_role` ON `affiliations` (`district_id`,`role`,`member_id`,`organization_id`,`started_on`,`ended_on`);--> statement-breakpoint
CREATE TABLE `former_bands` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`grade_band` text,
	`poverty_band` text,
	`started_on` integer,
	`replaced_on` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `former_bands_organization` ON `former_bands` (`district_id`,`organization_id`,`replaced_on`);--> statement-breakpoint
CREATE TABLE `leaves` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`started_on` integer NOT NULL,
	`ended_on` integer,
	`taken_back_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `leaves_member` ON `leaves` (`district_id`,`member_id`,`started_on`,`ended_on`,`taken_back_at`);--> statement-breakpoint
CREATE TABLE `members` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`user_id` blob,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`sort_name` text NOT NULL,
	`email` text,
	`hired_on` integer,
	`source_id` text,
	`master_identifier` text,
	`identifier` text,
	`shares_license_health` integer DEFAULT false NOT NULL,
	`follow_up_asked_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `members_follow_up` ON `members` (`district_id`,`id`) WHERE follow_up_asked_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `members_user` ON `members` (`district_id`,`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_source` ON `members` (`district_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `members_email` ON `members` (`district_id`,`email`);--> statement-breakpoint
CREATE INDEX `members_sort` ON `members` (`district_id`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `members_of_user` ON `members` (`user_id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`parent_id` blob,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`path` text NOT NULL,
	`grade_band` text,
	`poverty_band` text,
	`source_id` text,
	`identifier` text,
	`closed_on` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`parent_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_source` ON `organizations` (`district_id`,`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_path` ON `organizations` (`district_id`,`path`);--> statement-breakpoint
CREATE INDEX `organizations_parent` ON `organizations` (`district_id`,`parent_id`);--> statement-breakpoint
CREATE TABLE `record_views` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`viewer_id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`what` text NOT NULL,
	`viewed_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`viewer_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `record_views_member` ON `record_views` (`district_id`,`member_id`,`viewed_at`);--> statement-breakpoint
CREATE INDEX `record_views_viewer` ON `record_views` (`district_id`,`viewer_id`,`viewed_at`);--> statement-breakpoint
CREATE TABLE `yardsticks` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`minutes` integer NOT NULL,
	`starts_on` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `yardsticks_start` ON `yardsticks` (`district_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `escalations` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`principal_id` blob NOT NULL,
	`named` integer NOT NULL,
	`sent_on` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`principal_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `escalations_principal` ON `escalations` (`district_id`,`principal_id`,`sent_on`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`enrollment_id` blob NOT NULL,
	`kind` text NOT NULL,
	`due_on` integer,
	`sent_by_id` blob,
	`sent_on` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`enrollment_id`) REFERENCES `enrollments`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`sent_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reminders_enrollment` ON `reminders` (`district_id`,`enrollment_id`,`sent_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_notice` ON `reminders` (`district_id`,`enrollment_id`,`kind`,`due_on`) WHERE kind <> 'by_hand';--> statement-breakpoint
CREATE INDEX `reminders_sender` ON `reminders` (`district_id`,`sent_by_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`district_id` integer NOT NULL,
	`submission_id` blob NOT NULL,
	`reviewer_id` blob NOT NULL,
	`decision` integer NOT NULL,
	`reason` text,
	`rubric` text,
	`decided_at` integer NOT NULL,
	`due_on` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`submission_id`) REFERENCES `submissions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`reviewer_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reviews_submission` ON `reviews` (`district_id`,`submission_id`);--> statement-breakpoint
CREATE INDEX `reviews_day` ON `reviews` (`district_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `reviews_reasons` ON `reviews` (`district_id`,`reviewer_id`,`decided_at`) WHERE reason is not null;--> statement-breakpoint
CREATE TABLE `submissions` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`kind` integer NOT NULL,
	`activity_id` blob,
	`completion_id` blob,
	`award_id` blob,
	`evidence_id` blob,
	`title` text,
	`minutes` integer,
	`status` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`due_on` integer NOT NULL,
	`closed_at` integer,
	`reopened_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`activity_id`) REFERENCES `activities`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`completion_id`) REFERENCES `completions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`award_id`) REFERENCES `awards`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`evidence_id`) REFERENCES `evidence`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_subject" CHECK((case when "submissions"."activity_id" is null then 0 else 1 end) + (case when "submissions"."completion_id" is null then 0 else 1 end) + (case when "submissions"."award_id" is null then 0 else 1 end) + (case when "submissions"."evidence_id" is null then 0 else 1 end) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `submissions_queue` ON `submissions` (`district_id`,`organization_id`,`submitted_at`,`id`) WHERE status = 1;--> statement-breakpoint
CREATE INDEX `submissions_waiting` ON `submissions` (`district_id`,`member_id`) WHERE status = 1;--> statement-breakpoint
CREATE INDEX `submissions_returned` ON `submissions` (`district_id`,`member_id`) WHERE status = 3;--> statement-breakpoint
CREATE INDEX `submissions_activity` ON `submissions` (`district_id`,`activity_id`) WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX `submissions_completion` ON `submissions` (`district_id`,`completion_id`) WHERE completion_id is not null;--> statement-breakpoint
CREATE INDEX `submissions_award` ON `submissions` (`district_id`,`award_id`) WHERE award_id is not null;--> statement-breakpoint
CREATE INDEX `submissions_evidence` ON `submissions` (`district_id`,`evidence_id`) WHERE evidence_id is not null;--> statement-breakpoint
CREATE INDEX `submissions_reopened` ON `submissions` (`district_id`,`award_id`) WHERE reopened_at is not null;--> statement-breakpoint
CREATE TABLE `roster_imports` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`uploaded_by_id` blob,
	`file_name` text NOT NULL,
	`status` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`roster` text,
	`outcome` text,
	`rejected` text,
	`failure` text,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`uploaded_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `roster_imports_created` ON `roster_imports` (`district_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `roster_imports_uploader` ON `roster_imports` (`district_id`,`uploaded_by_id`);--> statement-breakpoint
CREATE TABLE `report_deliveries` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`saved_report_id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`weekday` integer,
	`with_figures` integer NOT NULL,
	`started_on` integer NOT NULL,
	`sent_on` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`saved_report_id`) REFERENCES `saved_reports`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_deliveries_once` ON `report_deliveries` (`district_id`,`saved_report_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `report_deliveries_member` ON `report_deliveries` (`district_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `saved_reports` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`name` text NOT NULL,
	`as_of` integer,
	`organization_id` blob,
	`compare` text,
	`is_shared` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_reports_member` ON `saved_reports` (`district_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `saved_reports_organization` ON `saved_reports` (`district_id`,`organization_id`);--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`path` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `kept_forms_created` ON `kept_forms` (`created_at`);--> statement-breakpoint
CREATE INDEX `kept_forms_user` ON `kept_forms` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`privileged` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` blob PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`failed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_failures_account` ON `sign_in_failures` (`account`,`failed_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`email` text,
	`user_id` blob,
	`district_id` integer,
	`member_id` blob,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `tokens_user` ON `tokens` (`user_id`);--> statement-breakpoint
CREATE INDEX `tokens_district` ON `tokens` (`district_id`);--> statement-breakpoint
CREATE TABLE `user_emails` (
	`email` text PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`verified_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `user_emails_user` ON `user_emails` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` blob PRIMARY KEY NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `published_reports` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`snapshot_id` blob NOT NULL,
	`published_by_id` blob NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`snapshot_id`) REFERENCES `snapshots`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`published_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `published_reports_one` ON `published_reports` (`district_id`);--> statement-breakpoint
CREATE INDEX `published_reports_snapshot` ON `published_reports` (`district_id`,`snapshot_id`);--> statement-breakpoint
CREATE INDEX `published_reports_publisher` ON `published_reports` (`district_id`,`published_by_id`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`name` text NOT NULL,
	`note` text,
	`as_of` integer NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`frozen_by_id` blob NOT NULL,
	`frozen_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`frozen_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_name` ON `snapshots` (`district_id`,`name`);--> statement-breakpoint
CREATE INDEX `snapshots_day` ON `snapshots` (`district_id`,`as_of`,`id`);--> statement-breakpoint
CREATE INDEX `snapshots_freezer` ON `snapshots` (`district_id`,`frozen_by_id`);--> statement-breakpoint
CREATE TABLE `state_file_refusals` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`file_id` blob NOT NULL,
	`reason` text NOT NULL,
	`refused_by_id` blob NOT NULL,
	`refused_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`file_id`) REFERENCES `state_files`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`refused_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `state_file_refusals_file` ON `state_file_refusals` (`district_id`,`file_id`);--> statement-breakpoint
CREATE TABLE `state_file_rows` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`file_id` blob NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`member_id` blob NOT NULL,
	`organization_id` blob NOT NULL,
	`state_number` text NOT NULL,
	`family_name` text NOT NULL,
	`given_name` text NOT NULL,
	`school_number` text NOT NULL,
	`school_name` text NOT NULL,
	`activities` integer NOT NULL,
	`minutes` integer NOT NULL,
	`previous_minutes` integer,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`file_id`) REFERENCES `state_files`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`organization_id`) REFERENCES `organizations`(`district_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `state_file_rows_position` ON `state_file_rows` (`district_id`,`file_id`,`position`);--> statement-breakpoint
CREATE TABLE `state_files` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`number` integer NOT NULL,
	`first_on` integer NOT NULL,
	`last_on` integer NOT NULL,
	`size` integer NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`made_by_id` blob NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`made_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_files_order" CHECK("state_files"."first_on" <= "state_files"."last_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `state_files_number` ON `state_files` (`district_id`,`number`);--> statement-breakpoint
CREATE TABLE `district_months` (
	`district_id` integer NOT NULL,
	`as_of` integer NOT NULL,
	`figures` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `as_of`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `state_viewers` (
	`user_id` blob NOT NULL,
	`state` text NOT NULL,
	`appointed_at` integer NOT NULL,
	`dismissed_at` integer,
	PRIMARY KEY(`user_id`, `state`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `credit_uses` (
	`district_id` integer NOT NULL,
	`id` blob NOT NULL,
	`member_id` blob NOT NULL,
	`activity_id` blob,
	`completion_id` blob,
	`award_id` blob,
	`brought_id` blob,
	`purpose` text NOT NULL,
	`jurisdiction` text,
	`cycle_id` blob,
	`rule_set_id` text,
	`rule_set_revision` integer,
	`carried_from_id` blob,
	`unit` text NOT NULL,
	`milli_units` integer NOT NULL,
	`minutes` integer,
	`used_on` integer NOT NULL,
	`expires_on` integer,
	`label` text NOT NULL,
	`reverses_id` blob,
	`note` text,
	`recorded_by_id` blob,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`district_id`, `id`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`member_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`activity_id`) REFERENCES `activities`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`completion_id`) REFERENCES `completions`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`award_id`) REFERENCES `awards`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`brought_id`) REFERENCES `brought_rows`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`cycle_id`) REFERENCES `cycles`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`carried_from_id`) REFERENCES `cycles`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`recorded_by_id`) REFERENCES `members`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`,`reverses_id`) REFERENCES `credit_uses`(`district_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "credit_uses_source" CHECK((case when "credit_uses"."activity_id" is null then 0 else 1 end) + (case when "credit_uses"."completion_id" is null then 0 else 1 end) + (case when "credit_uses"."award_id" is null then 0 else 1 end) + (case when "credit_uses"."brought_id" is null then 0 else 1 end) = 1),
	CONSTRAINT "credit_uses_renewal" CHECK(("credit_uses"."purpose" = 'renewal') = ("credit_uses"."cycle_id" is not null and "credit_uses"."jurisdiction" is not null and "credit_uses"."rule_set_id" is not null and "credit_uses"."rule_set_revision" is not null)),
	CONSTRAINT "credit_uses_direction" CHECK(("credit_uses"."milli_units" > 0 and "credit_uses"."reverses_id" is null) or ("credit_uses"."milli_units" < 0 and "credit_uses"."reverses_id" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `credit_uses_member` ON `credit_uses` (`district_id`,`member_id`,`used_on`,`id`);--> statement-breakpoint
CREATE INDEX `credit_uses_activity` ON `credit_uses` (`district_id`,`activity_id`) WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX `credit_uses_completion` ON `credit_uses` (`district_id`,`completion_id`) WHERE completion_id is not null;--> statement-breakpoint
CREATE INDEX `credit_uses_award` ON `credit_uses` (`district_id`,`award_id`) WHERE award_id is not null;--> statement-breakpoint
CREATE INDEX `credit_uses_brought` ON `credit_uses` (`district_id`,`brought_id`) WHERE brought_id is not null;--> statement-breakpoint
CREATE INDEX `credit_uses_cycle` ON `credit_uses` (`district_id`,`cycle_id`) WHERE cycle_id is not null;--> statement-breakpoint
CREATE INDEX `credit_uses_carried` ON `credit_uses` (`district_id`,`carried_from_id`) WHERE carried_from_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `credit_uses_reversal` ON `credit_uses` (`district_id`,`reverses_id`) WHERE reverses_id is not null;