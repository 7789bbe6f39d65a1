package io.slipway.workflow.step;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * One human step of a process model: the form that a person sees and what completing it
 * means. The form key of each user task is the {@link StepKey} of one bean, whose
 * template {@code <feature>/_<step>.html} has the fragments {@code evidence} and
 * {@code form}.
 *
 * @param <F> the form: a record whose component {@code outcome} names the pressed button
 */
public interface Step<F> {

    /**
     * The form keys in the models.
     * @return {@code feature/step} of each, such as {@code planning/complete-plan}
     */
    default List<String> keys() {
        return List.of(said().value());
    }

    /**
     * The template with the fragments {@code evidence} and {@code form}.
     * @return {@code feature/_step}, after the form key
     */
    default String template(WorkItem item) {
        return item.form().replace("/", "/_");
    }

    /**
     * The form's type, bound by its constructor and validated.
     * @return the record type that the step's class names
     */
    @SuppressWarnings("unchecked")
    default Class<F> formType() {
        return (Class<F>) ResolvableType.forClass(Step.class, getClass()).getGeneric().toClass();
    }

    /**
     * The form as first shown.
     * @return the form, with what is known filled in; an empty one unless the step knows
     * something
     */
    default F newForm(WorkItem item) {
        return BlankForm.of(formType());
    }

    /**
     * Which part of its form a long step shows: each part is filled in and drafted by
     * itself.
     * @param asked what the address or the form says; empty if it says nothing
     * @return the part's name, at most 24 characters; empty for the whole form
     */
    default String part(WorkItem item, String asked) {
        return "";
    }

    /**
     * A part of the form as first shown.
     * @param part one that {@link #part} gave
     */
    default F newForm(WorkItem item, String part) {
        return newForm(item);
    }

    /** Whether a button is one of the form's. */
    default boolean hasButton(String outcome) {
        return Arrays.stream(said().buttons()).anyMatch(outcome::matches);
    }

    private StepKey said() {
        StepKey said = AnnotationUtils.findAnnotation(getClass(), StepKey.class);
        if (said == null) {
            throw new IllegalStateException("Say the key of " + getClass() + " by @StepKey");
        }
        return said;
    }

    /** What decides: the model attributes of the template's fragment {@code evidence}. */
    default Map<String, Object> evidence(WorkItem item) {
        return Map.of();
    }

    /**
     * What decides, in a handful of sentences: the page shows what speaks against it
     * first and folds what is fine.
     * @return the facts, in the order in which a person should meet them
     */
    default List<DecidingFact> deciding(WorkItem item) {
        return List.of();
    }

    /**
     * The same while somebody fills in the form: of what was typed so far, of which
     * nothing is kept.
     */
    default List<DecidingFact> deciding(WorkItem item, F form) {
        return deciding(item);
    }

    /**
     * Does what the person decided, in the transaction that completes the step. The role
     * and separation of duties have been judged before.
     * @return the outcome
     */
    Outcome complete(WorkItem item, F form);

    /**
     * The form of a step that asks for no more than a button, and why.
     *
     * @param reason why, empty if nothing was said
     */
    record Answer(String reason, String outcome) {
    }

}
