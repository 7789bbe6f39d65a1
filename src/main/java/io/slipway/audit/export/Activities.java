package io.slipway.audit.export;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.slipway.audit.AuditSentences;

import org.springframework.stereotype.Component;

/**
 * Names what happened, as event logs do: an activity in words, and what became of it (the
 * standard life cycle of IEEE 1849, annex on the lifecycle extension). What is done with
 * a task is named as its step, so that taking and completing it are one activity.
 */
@Component
class Activities {

    private static final Map<String, String> TRANSITIONS = Map.ofEntries(Map.entry("task.claimed", "assign"),
            Map.entry("task.assigned", "assign"), Map.entry("task.taken-over", "reassign"),
            Map.entry("task.unclaimed", "reassign"), Map.entry("task.escalated", "reassign"),
            Map.entry("task.passed-by-rule", "autoskip"), Map.entry("task.refused", "unknown"),
            Map.entry("task.followed-up", "unknown"), Map.entry("phase.begun", "start"),
            Map.entry("deployment.started", "start"), Map.entry("support.started", "start"),
            Map.entry("review.opened", "start"), Map.entry("meeting.recorded", "start"),
            Map.entry("deployment.announced", "schedule"), Map.entry("deployment.held", "suspend"),
            Map.entry("deployment.went-on", "resume"), Map.entry("deployment.failed", "ate_abort"),
            Map.entry("release.suspended", "suspend"), Map.entry("release.resumed", "resume"),
            Map.entry("release.cancelled", "pi_abort"));

    private final AuditSentences words;

    private final Map<String, String> actions = new ConcurrentHashMap<>();

    private final Map<String, String> steps = new ConcurrentHashMap<>();

    Activities(AuditSentences words) {
        this.words = words;
    }

    /** What was done, in words. */
    String action(RecordRow row) {
        return this.actions.computeIfAbsent(row.kept().action(), this.words::action);
    }

    /** The activity, in words: the step of a task, or else what was done. */
    String activity(RecordRow row) {
        String step = row.kept().action().startsWith("task.") ? row.value("step") : "";
        return step.isEmpty() ? action(row)
                : this.steps.computeIfAbsent(step, (name) -> this.words.value("step", name));
    }

    /** The transition of the standard life cycle. */
    String transition(RecordRow row) {
        return TRANSITIONS.getOrDefault(row.kept().action(),
                row.kept().action().endsWith(".withdrawn") || row.kept().action().endsWith(".expired") ? "withdraw"
                        : "complete");
    }

}
