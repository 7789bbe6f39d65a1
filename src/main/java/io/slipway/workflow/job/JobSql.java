package io.slipway.workflow.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.input.KeyPage;

/**
 * The statements that read jobs. Each state is a few ranges of one index, and each of
 * these is read in the order of due times, as far as a page or a count needs. What people
 * typed is a parameter.
 *
 * @param sql the SQL
 * @param parameters the values of its question marks, in order
 */
record JobSql(String sql, List<Object> parameters) {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,13}|-)\\.([\\w-]{1,64})");

    private static final String COLUMNS = "select j.ID_, j.REV_, j.RETRIES_, j.DUEDATE_, j.CREATE_TIME_, "
            + "j.EXCEPTION_MSG_, j.EXCEPTION_STACK_ID_, j.SUSPENSION_STATE_, j.LOCK_OWNER_, j.HANDLER_TYPE_, "
            + "j.PROCESS_DEF_ID_, coalesce(j.FAILED_ACT_ID_, d.ACT_ID_) ELEMENT_, p.BUSINESS_KEY_, l.TIMESTAMP_ FAILED_AT_ ";

    private static final String JOINS = " left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ "
            + "left join ACT_RU_EXECUTION p on p.ID_ = j.PROCESS_INSTANCE_ID_ "
            + "left join ACT_HI_JOB_LOG l on l.ID_ = j.LAST_FAILURE_LOG_ID_ ";

    /**
     * Left to itself the database sometimes takes an index that has no such order, and
     * sorts.
     */
    private static final String IN_ORDER = "force index (SLIPWAY_JOB_BY_RETRIES) ";

    static JobSql one(String id) {
        return new JobSql(COLUMNS + "from ACT_RU_JOB j" + JOINS + "where j.ID_ = ?", List.of(id));
    }

    /** One row more than a page, or as many as asked for. */
    static JobSql page(JobFilter filter, String cursor, Instant now, int most) {
        JobSql branches = branches(filter, cursor, now, "j.ID_, j.DUEDATE_", " order by j.DUEDATE_, j.ID_", most);
        return new JobSql(
                COLUMNS + "from (select ID_, DUEDATE_ from (" + branches.sql + ") b order by DUEDATE_, ID_ limit "
                        + most + ") k join ACT_RU_JOB j on j.ID_ = k.ID_" + JOINS + "order by k.DUEDATE_, k.ID_",
                branches.parameters);
    }

    static JobSql count(JobFilter filter, Instant now) {
        int most = Jobs.MOST_COUNTED + 1;
        JobSql branches = branches(filter, "", now, "1", "", most);
        return new JobSql("select count(*) from (" + branches.sql + " limit " + most + ") c", branches.parameters);
    }

    /** How many due jobs each node has taken; those that none has are with nobody. */
    static JobSql nodes(Instant now) {
        JobSql branches = branches(JobFilter.of(JobState.DUE), "", now,
                "case when j.LOCK_EXP_TIME_ > ? then j.LOCK_OWNER_ end OWNER_", "", Jobs.MOST_COUNTED + 1);
        return new JobSql("select OWNER_, count(*) from (" + branches.sql + ") n group by OWNER_", branches.parameters);
    }

    static JobSql oldest(Instant now) {
        JobSql branches = branches(JobFilter.of(JobState.DUE), "", now, "coalesce(j.DUEDATE_, j.CREATE_TIME_) SINCE_",
                " order by j.DUEDATE_, j.ID_", 1);
        return new JobSql("select min(SINCE_) from (" + branches.sql + ") o", branches.parameters);
    }

    private static JobSql branches(JobFilter filter, String cursor, Instant now, String columns, String order,
            int most) {
        List<String> branches = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (JobState.Range range : filter.state().ranges()) {
            StringBuilder branch = new StringBuilder("(select ").append(columns)
                .append(" from ACT_RU_JOB j ")
                .append(filter.release().isEmpty() ? IN_ORDER : "")
                .append("where j.RETRIES_ = ? and j.SUSPENSION_STATE_ = ?");
            if (columns.contains("?")) {
                parameters.add(utc(now));
            }
            parameters.addAll(List.of(range.retries(), range.suspension()));
            if (filter.state() == JobState.DUE) {
                branch.append(" and (j.DUEDATE_ is null or j.DUEDATE_ <= ?)");
                parameters.add(utc(now));
            }
            narrow(filter, branch, parameters);
            after(cursor, branch, parameters);
            branches.add(branch.append(order).append(" limit ").append(most).append(")").toString());
        }
        return new JobSql(String.join(" union all ", branches), parameters);
    }

    private static void narrow(JobFilter filter, StringBuilder branch, List<Object> parameters) {
        if (!filter.process().isEmpty()) {
            branch.append(" and j.PROCESS_DEF_KEY_ = ?");
            parameters.add(filter.process());
        }
        if (!filter.element().isEmpty()) {
            branch.append(" and coalesce(j.FAILED_ACT_ID_, (select d.ACT_ID_ from ACT_RU_JOBDEF d "
                    + "where d.ID_ = j.JOB_DEF_ID_)) = ?");
            parameters.add(filter.element());
        }
        if (!filter.release().isEmpty()) {
            branch.append(" and j.PROCESS_INSTANCE_ID_ in (select e.ID_ from ACT_RU_EXECUTION e "
                    + "where e.BUSINESS_KEY_ = ?)");
            parameters.add(filter.release());
        }
    }

    /** The page begins after this; a cursor that nobody was given begins anew. */
    private static void after(String cursor, StringBuilder branch, List<Object> parameters) {
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            return;
        }
        if (parts.group(1).equals("-")) {
            branch.append(" and (j.DUEDATE_ is not null or j.ID_ > ?)");
            parameters.add(parts.group(2));
        }
        else {
            LocalDateTime due = utc(Instant.ofEpochMilli(Long.parseLong(parts.group(1))));
            branch.append(" and j.DUEDATE_ >= ? and (j.DUEDATE_ > ? or j.ID_ > ?)");
            parameters.addAll(List.of(due, due, parts.group(2)));
        }
    }

    static String cursor(JobSummary job) {
        return ((job.dueAt() != null) ? job.dueAt().toEpochMilli() : "-") + "." + job.id();
    }

    static int pageAndOne() {
        return KeyPage.SIZE + 1;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

}
