package io.slipway.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the working user may do, given anew after each migration by the user that
 * migrates: change and remove rows of every table but those whose triggers forbid it. It
 * reads and inserts everywhere by a right on the schema, and has no other.
 */
final class WorkingRights {

    private static final Logger log = LoggerFactory.getLogger(WorkingRights.class);

    private static final Pattern GRANT = Pattern.compile("GRANT (.+) ON (\\S+) TO .*");

    private static final Set<String> TOO_MUCH = Set.of("ALL PRIVILEGES", "SUPER", "UPDATE", "DELETE", "DROP", "ALTER",
            "TRIGGER");

    /** The server runs with {@code skip-grant-tables}. */
    private static final int NO_RIGHTS_CHECKED = 1290;

    private WorkingRights() {
    }

    /** Gives what is missing and takes back what is too much. */
    static void adjust(Connection migrating, Connection working) throws SQLException {
        String account = account(working);
        Set<String> wanted = new HashSet<>(strings(migrating, """
                select concat(right_name, ' on `', table_name, '`')
                  from information_schema.tables
                  join (select 'UPDATE' right_name union select 'DELETE') rights
                 where table_schema = database() and table_type = 'BASE TABLE'
                   and table_name not in ('DATABASECHANGELOG', 'DATABASECHANGELOGLOCK')
                   and concat(table_name, '_no_', lower(right_name)) not in
                       (select trigger_name from information_schema.triggers where trigger_schema = database())"""));
        Set<String> given = new HashSet<>(strings(working, """
                select concat(privilege_type, ' on `', table_name, '`') from information_schema.table_privileges
                 where table_schema = database() and privilege_type in ('UPDATE', 'DELETE')"""));
        try (Statement statement = migrating.createStatement()) {
            for (String right : minus(wanted, given)) {
                statement.execute("grant " + right + " to " + account);
            }
            for (String right : minus(given, wanted)) {
                statement.execute("revoke " + right + " from " + account);
            }
        }
        erase(migrating, account);
        if (!given.equals(wanted)) {
            log.info("{} may now change the rows of {} tables", account, wanted.size() / 2);
        }
    }

    /**
     * The one way to erase a person from the record, which the database guards itself.
     */
    private static void erase(Connection migrating, String account) throws SQLException {
        if (!strings(migrating, "select routine_name from information_schema.routines"
                + " where routine_schema = database() and routine_name = 'erase_audit_rows'")
            .isEmpty()) {
            try (Statement statement = migrating.createStatement()) {
                statement.execute("grant execute on procedure erase_audit_rows to " + account);
            }
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    /** The account as the server knows it, with the hosts that it may come from. */
    private static String account(Connection connection) throws SQLException {
        String account = strings(connection, "select current_user()").get(0);
        int at = account.lastIndexOf('@');
        return "`" + account.substring(0, at).replace("`", "``") + "`@`" + account.substring(at + 1) + "`";
    }

    /**
     * The grants by which the record of what happened could be altered; none where all is
     * well.
     */
    static List<String> tooMuch(Connection working) throws SQLException {
        String schema = strings(working, "select database()").get(0);
        List<String> found = new ArrayList<>();
        for (String grant : grants(working)) {
            Matcher parts = GRANT.matcher(grant);
            if (parts.matches() && holdsTheRecord(parts.group(2), schema)
                    && List.of(parts.group(1).split(", ")).stream().anyMatch(TOO_MUCH::contains)) {
                found.add(parts.group(1) + " ON " + parts.group(2));
            }
        }
        return found;
    }

    private static List<String> grants(Connection working) throws SQLException {
        try {
            return strings(working, "show grants");
        }
        catch (SQLException refused) {
            if (refused.getErrorCode() == NO_RIGHTS_CHECKED) {
                return List.of("GRANT ALL PRIVILEGES ON *.* TO everybody");
            }
            throw refused;
        }
    }

    /** Whether a grant's target, such as {@code `slip%`.*}, includes the record. */
    private static boolean holdsTheRecord(String target, String schema) {
        String[] names = target.replace("`", "").split("\\.", 2);
        String pattern = Pattern.quote(names[0]).replace("\\_", "\\E_\\Q").replace("%", "\\E.*\\Q");
        return (names[0].equals("*") || schema.matches(pattern)) && Set.of("*", "audit_entries").contains(names[1]);
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

}
