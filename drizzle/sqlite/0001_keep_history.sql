CREATE TRIGGER `events_are_kept` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `events_stay` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `events_are_not_replaced` BEFORE INSERT ON `events` WHEN EXISTS (SELECT 1 FROM `events` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `reviews_are_kept` BEFORE UPDATE ON `reviews` BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `reviews_stay` BEFORE DELETE ON `reviews` BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `reviews_are_not_replaced` BEFORE INSERT ON `reviews` WHEN EXISTS (SELECT 1 FROM `reviews` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'reviews are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_entries_are_kept` BEFORE UPDATE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_entries_stay` BEFORE DELETE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_entries_are_not_replaced` BEFORE INSERT ON `ledger_entries` WHEN EXISTS (SELECT 1 FROM `ledger_entries` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'ledger_entries are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `booked_competencies_are_kept` BEFORE UPDATE ON `booked_competencies` BEGIN SELECT RAISE(ABORT, 'booked_competencies are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `booked_competencies_stay` BEFORE DELETE ON `booked_competencies` BEGIN SELECT RAISE(ABORT, 'booked_competencies are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `booked_competencies_are_not_replaced` BEFORE INSERT ON `booked_competencies` WHEN EXISTS (SELECT 1 FROM `booked_competencies` WHERE `district_id` = NEW.`district_id` AND `entry_id` = NEW.`entry_id` AND `competency` = NEW.`competency`) BEGIN SELECT RAISE(ABORT, 'booked_competencies are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `former_awards_are_kept` BEFORE UPDATE ON `former_awards` BEGIN SELECT RAISE(ABORT, 'former_awards are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `former_awards_stay` BEFORE DELETE ON `former_awards` BEGIN SELECT RAISE(ABORT, 'former_awards are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `former_awards_are_not_replaced` BEFORE INSERT ON `former_awards` WHEN EXISTS (SELECT 1 FROM `former_awards` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'former_awards are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `former_bands_are_kept` BEFORE UPDATE ON `former_bands` BEGIN SELECT RAISE(ABORT, 'former_bands are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `former_bands_stay` BEFORE DELETE ON `former_bands` BEGIN SELECT RAISE(ABORT, 'former_bands are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `former_bands_are_not_replaced` BEFORE INSERT ON `former_bands` WHEN EXISTS (SELECT 1 FROM `former_bands` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'former_bands are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `pinned_rule_sets_are_kept` BEFORE UPDATE ON `pinned_rule_sets` BEGIN SELECT RAISE(ABORT, 'pinned_rule_sets are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `pinned_rule_sets_stay` BEFORE DELETE ON `pinned_rule_sets` BEGIN SELECT RAISE(ABORT, 'pinned_rule_sets are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `pinned_rule_sets_are_not_replaced` BEFORE INSERT ON `pinned_rule_sets` WHEN EXISTS (SELECT 1 FROM `pinned_rule_sets` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'pinned_rule_sets are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `overlays_are_kept` BEFORE UPDATE ON `overlays` BEGIN SELECT RAISE(ABORT, 'overlays are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `overlays_stay` BEFORE DELETE ON `overlays` BEGIN SELECT RAISE(ABORT, 'overlays are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `overlays_are_not_replaced` BEFORE INSERT ON `overlays` WHEN EXISTS (SELECT 1 FROM `overlays` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'overlays are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `credit_uses_are_kept` BEFORE UPDATE ON `credit_uses` BEGIN SELECT RAISE(ABORT, 'credit_uses are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `credit_uses_stay` BEFORE DELETE ON `credit_uses` BEGIN SELECT RAISE(ABORT, 'credit_uses are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `credit_uses_are_not_replaced` BEFORE INSERT ON `credit_uses` WHEN EXISTS (SELECT 1 FROM `credit_uses` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'credit_uses are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `snapshots_are_kept` BEFORE UPDATE ON `snapshots` BEGIN SELECT RAISE(ABORT, 'snapshots are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `snapshots_stay` BEFORE DELETE ON `snapshots` BEGIN SELECT RAISE(ABORT, 'snapshots are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `snapshots_are_not_replaced` BEFORE INSERT ON `snapshots` WHEN EXISTS (SELECT 1 FROM `snapshots` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'snapshots are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `state_files_are_kept` BEFORE UPDATE ON `state_files` BEGIN SELECT RAISE(ABORT, 'state_files are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `state_files_stay` BEFORE DELETE ON `state_files` BEGIN SELECT RAISE(ABORT, 'state_files are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `state_files_are_not_replaced` BEFORE INSERT ON `state_files` WHEN EXISTS (SELECT 1 FROM `state_files` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'state_files are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `state_file_rows_are_kept` BEFORE UPDATE ON `state_file_rows` BEGIN SELECT RAISE(ABORT, 'state_file_rows are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `state_file_rows_stay` BEFORE DELETE ON `state_file_rows` BEGIN SELECT RAISE(ABORT, 'state_file_rows are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `state_file_rows_are_not_replaced` BEFORE INSERT ON `state_file_rows` WHEN EXISTS (SELECT 1 FROM `state_file_rows` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'state_file_rows are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `state_file_refusals_are_kept` BEFORE UPDATE ON `state_file_refusals` BEGIN SELECT RAISE(ABORT, 'state_file_refusals are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `state_file_refusals_stay` BEFORE DELETE ON `state_file_refusals` BEGIN SELECT RAISE(ABORT, 'state_file_refusals are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `state_file_refusals_are_not_replaced` BEFORE INSERT ON `state_file_refusals` WHEN EXISTS (SELECT 1 FROM `state_file_refusals` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'state_file_refusals are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `record_views_are_kept` BEFORE UPDATE ON `record_views` BEGIN SELECT RAISE(ABORT, 'record_views are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `record_views_stay` BEFORE DELETE ON `record_views` BEGIN SELECT RAISE(ABORT, 'record_views are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `record_views_are_not_replaced` BEFORE INSERT ON `record_views` WHEN EXISTS (SELECT 1 FROM `record_views` WHERE `district_id` = NEW.`district_id` AND `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'record_views are never replaced'); END;--> statement-breakpoint
CREATE TRIGGER `activities_keep_their_origin` BEFORE UPDATE OF `member_id`, `created_at` ON `activities` BEGIN SELECT RAISE(ABORT, 'activities keep who made them and when'); END;--> statement-breakpoint
CREATE TRIGGER `completions_keep_their_origin` BEFORE UPDATE OF `member_id`, `source`, `created_at` ON `completions` BEGIN SELECT RAISE(ABORT, 'completions keep who made them and when'); END;--> statement-breakpoint
CREATE TRIGGER `evidence_keep_their_origin` BEFORE UPDATE OF `member_id`, `created_at` ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence keep who made them and when'); END;--> statement-breakpoint
CREATE TRIGGER `submissions_keep_their_origin` BEFORE UPDATE OF `member_id`, `activity_id`, `completion_id`, `award_id`, `evidence_id`, `submitted_at` ON `submissions` BEGIN SELECT RAISE(ABORT, 'submissions keep who made them and when'); END;--> statement-breakpoint
CREATE TRIGGER `submissions_stay` BEFORE DELETE ON `submissions` WHEN OLD.`evidence_id` IS NULL BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
