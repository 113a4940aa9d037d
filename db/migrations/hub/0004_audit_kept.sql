-- The record is kept for a time and not for ever: the oldest line may go, once it is older than six months (184 days,
-- since no six months are longer). Nothing younger, and nothing out of the middle, whoever holds the connection.
DROP TRIGGER audit_no_delete;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
WHEN OLD.at > (CAST(strftime('%s', 'now') AS INTEGER) - 184 * 86400) * 1000
  OR OLD.n IS NOT (SELECT min(n) FROM audit)
BEGIN SELECT RAISE(ABORT, 'I7'); END;
