-- I7: the record of sign-ins and account changes is only ever added to. `audit_next` also stops INSERT OR REPLACE of an
-- older row, on any connection: a BEFORE INSERT trigger fires before the old row is taken out.
CREATE TRIGGER audit_next BEFORE INSERT ON audit
WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'I7'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'I7'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'I7'); END;
