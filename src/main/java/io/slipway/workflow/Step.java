package io.slipway.workflow;

import java.util.Map;

/**
 * One human step of a process model: the form that a person sees and what completing it
 * means. Each user task's form key names one bean of this kind, and its template
 * {@code <feature>/_<step>.html} has the fragments {@code evidence} and {@code form}.
 *
 * @param <F> the form: a record whose component {@code outcome} names the pressed button
 */
public interface Step<F> {

    /**
     * The form key in the model.
     * @return {@code feature/step}, such as {@code release/complete-plan}
     */
    String key();

    /**
     * The form's type, bound by its constructor and validated.
     * @return the record type
     */
    Class<F> formType();

    /**
     * The form as first shown.
     * @param item the work item
     * @return the form, with what is known filled in
     */
    F newForm(WorkItem item);

    /**
     * What decides: the model attributes of the template's fragment {@code evidence}.
     * @param item the work item
     * @return attributes by name
     */
    default Map<String, Object> evidence(WorkItem item) {
        return Map.of();
    }

    /**
     * Does what the person decided, in the transaction that completes the step. The role
     * and separation of duties have been judged before.
     * @param item the work item
     * @param form the valid form
     * @return the outcome
     */
    Outcome complete(WorkItem item, F form);

}
