package io.slipway.workflow;

import java.util.Map;

import org.springframework.core.ResolvableType;

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
     * The form key in the model, of a step without {@link StepKey}.
     * @return {@code feature/step}, such as {@code release/complete-plan}
     */
    default String key() {
        throw new IllegalStateException("Say the key of " + getClass() + " by @StepKey");
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

    /** What decides: the model attributes of the template's fragment {@code evidence}. */
    default Map<String, Object> evidence(WorkItem item) {
        return Map.of();
    }

    /**
     * Does what the person decided, in the transaction that completes the step. The role
     * and separation of duties have been judged before.
     * @return the outcome
     */
    Outcome complete(WorkItem item, F form);

}
