package io.slipway.surface;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the things of a {@link FullPortal} are: what may stand for each part of an
 * address that varies.
 *
 * @param database where numbers are asked for
 * @param everybody who may do everything
 * @param token a token that may change things
 * @param full key of the release that has everything
 * @param held key of a release that is held back
 * @param empty key of a release that was only registered
 * @param item key of a configuration item
 * @param feed the secret part of a calendar's address
 * @param period number of a window
 * @param job id of a failed job
 * @param releaseSections the tabs of a release
 * @param itemSections the tabs of a configuration item
 */
record Places(JdbcClient database, String everybody, String token, String full, String held, String empty, String item,
        String feed, long period, String job, List<String> releaseSections, List<String> itemSections) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    private static final String OF_RELEASE = "select %s from %s where release_id = (select id from releases where release_key = ?)";

    /** An address for each way to fill its parts with things that there are. */
    List<String> of(String pattern) {
        return filled(pattern, (name) -> values(pattern, name));
    }

    /** The address with one text in the place of all its parts. */
    static String with(String pattern, String text) {
        return VARIABLE.matcher(pattern).replaceAll(Matcher.quoteReplacement(encoded(text)));
    }

    /** The address of an unknown thing that belongs to known ones, if there is one. */
    List<String> withLast(String pattern, String text) {
        List<String> variables = VARIABLE.matcher(pattern).results().map((one) -> one.group(1)).toList();
        if (variables.size() < 2) {
            return List.of();
        }
        String last = variables.get(variables.size() - 1);
        return filled(pattern, (name) -> name.equals(last) ? List.of(text) : List.of(values(pattern, name).get(0)));
    }

    static boolean varies(String pattern) {
        return VARIABLE.matcher(pattern).find();
    }

    private static List<String> filled(String pattern, Function<String, List<String>> values) {
        List<String> paths = List.of(pattern);
        for (Matcher part = VARIABLE.matcher(pattern); part.find(); part = VARIABLE.matcher(paths.get(0))) {
            List<String> longer = new ArrayList<>();
            for (String path : paths) {
                for (String value : values.apply(part.group(1))) {
                    longer.add(VARIABLE.matcher(path).replaceFirst(Matcher.quoteReplacement(encoded(value))));
                }
            }
            paths = longer;
            if (!VARIABLE.matcher(paths.get(0)).find()) {
                break;
            }
        }
        return paths;
    }

    private List<String> values(String pattern, String name) {
        return switch (name) {
            case "key" -> (pattern.contains("/releases/")) ? List.of(this.full, this.held, this.empty)
                    : pattern.contains("/environments") ? List.of(environment())
                            : pattern.startsWith("/knowledge") ? List.of("KB-" + article()) : List.of(this.item);
            case "run" -> ask("select id from runbook_runs where article_id = ?", article());
            case "section" -> pattern.contains("/releases/") ? this.releaseSections : this.itemSections;
            case "userName" -> List.of(this.everybody);
            case "decision" -> List.of("ReleasePolicyDecision", "ChangeRiskDecision");
            case "process" -> List.of("ReleaseLifecycleProcess");
            case "version" -> List.of("1");
            case "attempt" -> pattern.matches("/(api/v1|deployments)/attempts/.*")
                    ? ask("select attempt from pipeline_attempts order by id desc limit 1") : List.of("1");
            case "pipeline" -> ask("select pipeline from pipeline_attempts order by id desc limit 1");
            case "source" -> ask("select source from monitoring_sources limit 1");
            case "token" -> List.of(this.feed);
            case "kind" ->
                pattern.startsWith("/changes/unauthorised") ? List.of("report")
                        : pattern.startsWith("/pick") ? List.of("item", "service", "environment", "release",
                                "stakeholder", "helper", "person", "anybody", "audience", "holder-stakeholder")
                                : List.of("runs-on");
            case "act" -> List.of("halt", "resume", "rebaseline");
            case "handle" -> List.of("0a1b2c3d");
            case "target" -> List.of(this.item);
            case "sheet" -> List.of("0".repeat(32));
            case "digest" -> ask(OF_RELEASE.formatted("digest", "release_units"), this.full);
            case "number" ->
                pattern.startsWith("/changes") ? ask("select number from change_records limit 1") : List.of("1");
            case "review" -> ask("select id from access_reviews order by id desc limit 1");
            case "sequence" -> ask("select sequence from audit_leaves order by leaf_index limit 1");
            case "id" -> id(pattern);
            default -> throw new AssertionError("Say what may stand for {" + name + "} of " + pattern);
        };
    }

    private List<String> id(String pattern) {
        if (pattern.contains("/releases/{key}/")) {
            String thing = pattern.replaceFirst(".*/releases/\\{key}/(\\w+)/.*", "$1");
            return switch (thing) {
                case "units" -> ask(OF_RELEASE.formatted("id", "release_units"), this.full);
                case "comments" -> ask("select id from comments where release_key = ?", this.full);
                case "documents" -> ask(OF_RELEASE.formatted("id", "release_documents"), this.full);
                case "baselines" -> ask("select id from baselines where release_key = ?", this.full);
                case "evidence" -> ask("select id from evidence where release_key = ?", this.full);
                default -> throw new AssertionError("Say what stands for {id} of " + pattern);
            };
        }
        if (pattern.startsWith("/tasks")) {
            return ask("""
                    select id from work_items where business_key in (?, ?, ?)""", this.held, this.full, this.empty);
        }
        return switch (pattern.replaceFirst("/\\{id.*", "")) {
            case "/monitor/jobs" -> List.of(this.job);
            case "/changes/unauthorised/{kind}" -> ask("select id from reported_deployments order by id desc limit 1");
            case "/audit/retention/holds", "/audit/retention/erasures" -> List.of("1");
            case "/releases/templates" -> ask("select id from plan_templates order by id desc limit 1");
            case "/schedule/periods" -> List.of(Long.toString(this.period));
            case "/administration/events" -> ask("select id from received_events order by id desc limit 2");
            case "/administration/groups" -> ask("select id from teams order by id desc limit 1");
            case "/administration/notifications", "/notices" ->
                ask("select id from notifications order by id desc limit 1");
            case "/administration/tokens", "/me/tokens" -> ask("select id from access_tokens limit 1");
            case "/administration/people/{userName}/absences", "/me/absences" ->
                ask("select id from absences where person_id = (select id from people where user_name = ?)",
                        this.everybody);
            case "/calendar/subscriptions" ->
                ask("select id from calendar_subscriptions where user_name = ?", this.everybody);
            case "/changes/meetings" -> ask("select id from change_meetings order by id desc limit 1");
            case "/changes/standard" -> ask("select id from standard_changes order by id desc limit 1");
            case "/configuration/imports" -> ask("select id from item_imports order by id desc limit 1");
            case "/configuration/baselines" -> ask("select id from baselines where release_key = ?", this.full);
            case "/deployments/checks" -> ask("select id from checks order by id desc limit 1");
            case "/environments/{key}/holds" ->
                ask("select id from environment_holds where environment = ?", environment());
            case "/deployments/runs" -> ask("select id from deployment_runs order by id desc limit 1");
            case "/environments/{key}/deployers" ->
                ask("select id from environment_deployers where environment = ?", environment());
            case "/knowledge/missing" -> ask("select id from knowledge_misses order by id desc limit 1");
            case "/environments/{key}/bookings" ->
                ask("select id from environment_bookings where environment = ?", environment());
            default -> throw new AssertionError("Say what stands for {id} of " + pattern);
        };
    }

    private String article() {
        return ask("select max(id) from articles where title like ?", "%" + this.item.replaceFirst("-app$", "") + "%")
            .get(0);
    }

    private String environment() {
        return this.item.replaceFirst("app$", "env");
    }

    private List<String> ask(String statement, Object... parameters) {
        List<String> found = this.database.sql(statement).params(parameters).query(String.class).list();
        if (found.isEmpty()) {
            throw new AssertionError("There is nothing: " + statement);
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

}
