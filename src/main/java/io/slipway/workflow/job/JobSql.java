package io.slipway.workflow.job;

import java.time.Instant;

import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;

/**
 * The statements that read jobs. Each state is a few ranges of one index, and each of
 * these is read in the order of due times, as far as a page or a count needs.
 */
final class JobSql {

    /** Jobs without a due time come first, as the database sorts. */
    static final KeyOrder<JobSummary> ORDER = KeyOrder.<JobSummary>ascending()
        .instant("j.DUEDATE_", JobSummary::dueAt)
        .text("j.ID_", JobSummary::id);

    private static final String COLUMNS = """
            select j.ID_, j.REV_ revision, p.BUSINESS_KEY_, j.PROCESS_DEF_ID_ definition,
                   coalesce(j.FAILED_ACT_ID_, d.ACT_ID_) element, j.HANDLER_TYPE_ handler, j.RETRIES_,
                   j.EXCEPTION_STACK_ID_ is not null or j.EXCEPTION_MSG_ is not null failed,
                   j.EXCEPTION_MSG_ message, l.TIMESTAMP_ failed_at, j.DUEDATE_ due_at, j.CREATE_TIME_ created_at,
                   j.SUSPENSION_STATE_ <> 1 suspended, j.LOCK_OWNER_ node
            """;

    private static final String JOINS = " left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ "
            + "left join ACT_RU_EXECUTION p on p.ID_ = j.PROCESS_INSTANCE_ID_ "
            + "left join ACT_HI_JOB_LOG l on l.ID_ = j.LAST_FAILURE_LOG_ID_";

    /**
     * Left to itself the database sometimes takes an index that has no such order, and
     * sorts.
     */
    private static final String IN_ORDER = "force index (SLIPWAY_JOB_BY_RETRIES) ";

    private JobSql() {
    }

    static Clause one(String id) {
        return Clause.of(COLUMNS + "from ACT_RU_JOB j" + JOINS).where(Clause.equal("j.ID_", id));
    }

    /** One row more than a page, or as many as asked for. */
    static Clause page(JobFilter filter, String cursor, Instant now, int most) {
        return Clause.of(COLUMNS + "from (select * from (")
            .append(branches(filter, ORDER.after(cursor), now, ORDER.columns(), ORDER.by(), most))
            .append(") b" + ORDER.by("b") + " limit " + most + ") k join ACT_RU_JOB j on j.ID_ = k.ID_" + JOINS
                    + ORDER.by("k"));
    }

    static Clause count(JobFilter filter, Instant now) {
        int most = Jobs.MOST_COUNTED + 1;
        return Clause.of("select count(*) from (")
            .append(branches(filter, Clause.NONE, now, "1", "", most))
            .append(" limit " + most + ") c");
    }

    /** How many due jobs each node has taken; those that none has are with nobody. */
    static Clause nodes(Instant now) {
        return Clause.of("select coalesce(OWNER_, '') owner, count(*) jobs from (", "now", now)
            .append(branches(JobFilter.of(JobState.DUE), Clause.NONE, now,
                    "case when j.LOCK_EXP_TIME_ > :now then j.LOCK_OWNER_ end OWNER_", "", Jobs.MOST_COUNTED + 1))
            .append(") n group by OWNER_");
    }

    static Clause oldest(Instant now) {
        return Clause.of("select min(SINCE_) from (")
            .append(branches(JobFilter.of(JobState.DUE), Clause.NONE, now,
                    "coalesce(j.DUEDATE_, j.CREATE_TIME_) SINCE_", ORDER.by(), 1))
            .append(") o");
    }

    private static Clause branches(JobFilter filter, Clause after, Instant now, String columns, String order,
            int most) {
        Clause narrowed = narrowed(filter, now).and(after);
        String from = "(select " + columns + " from ACT_RU_JOB j " + (filter.release().isEmpty() ? IN_ORDER : "");
        return Clause.join(filter.state()
            .ranges()
            .stream()
            .map((range) -> Clause.of(from)
                .where(Clause.of("j.RETRIES_ = " + range.retries() + " and j.SUSPENSION_STATE_ = " + range.suspension())
                    .and(narrowed))
                .append(order + " limit " + most + ")"))
            .toList(), " union all ");
    }

    private static Clause narrowed(JobFilter filter, Instant now) {
        Clause due = (filter.state() == JobState.DUE)
                ? Clause.of("(j.DUEDATE_ is null or j.DUEDATE_ <= :now)", "now", now) : Clause.NONE;
        Clause element = filter.element().isEmpty() ? Clause.NONE
                : Clause.of("coalesce(j.FAILED_ACT_ID_, (select d.ACT_ID_ from ACT_RU_JOBDEF d "
                        + "where d.ID_ = j.JOB_DEF_ID_)) = :element", "element", filter.element());
        Clause release = filter.release().isEmpty() ? Clause.NONE
                : Clause.of("j.PROCESS_INSTANCE_ID_ in (select e.ID_ from ACT_RU_EXECUTION e "
                        + "where e.BUSINESS_KEY_ = :release)", "release", filter.release());
        return due.and(Clause.given("j.PROCESS_DEF_KEY_", filter.process())).and(element).and(release);
    }

}
