package io.slipway.workflow;

import java.util.List;
import java.util.stream.Stream;

import io.slipway.identity.Duty;
import io.slipway.identity.Role;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.stereotype.Component;

/**
 * Puts the work item listener on every user task of every model. It is built in, not a
 * listener of the event bridge: no call of the engine can skip it and no property can
 * switch it off, so the table and the engine cannot drift apart. Refuses models whose
 * user tasks would make no work item.
 */
@Component
class WorkItemParseListener extends AbstractBpmnParseListener {

    private static final List<String> EVENTS = List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE);

    /** The role of the seat for which one instance of a task stands. */
    private static final String SEAT = "${role(seat)}";

    private final WorkItemListener listener;

    WorkItemParseListener(WorkItemListener listener) {
        this.listener = listener;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        check(task, element);
        EVENTS.forEach((event) -> task.addBuiltInTaskListener(event, this.listener));
    }

    private static void check(TaskDefinition task, Element element) {
        if (task.getFormKey() == null) {
            throw new ProcessEngineException("User task " + task.getKey() + " needs a form key");
        }
        if (task.getDueDateExpression() == null) {
            throw new ProcessEngineException("User task " + task.getKey() + " needs a due date");
        }
        long roles = task.getCandidateGroupIdExpressions()
            .stream()
            .map(Expression::getExpressionText)
            .filter((group) -> SEAT.equals(group)
                    || Role.of(group).filter((role) -> role.works() || isDutyOf(role, element)).isPresent())
            .count();
        if (roles != 1 || task.getCandidateGroupIdExpressions().size() != 1) {
            throw new ProcessEngineException("User task " + task.getKey()
                    + " needs exactly one candidate group: a role that has a say in releases, that of its duty, or "
                    + SEAT);
        }
    }

    /** Whether it is the role of the task's duty, as with those of no release. */
    private static boolean isDutyOf(Role role, Element task) {
        return Stream.ofNullable(task.element("extensionElements"))
            .flatMap((extensions) -> Stream.ofNullable(extensions.element("properties")))
            .flatMap((properties) -> properties.elements("property").stream())
            .filter((property) -> "duty".equals(property.attribute("name")))
            .anyMatch((property) -> Duty.of(property.attribute("value"))
                .filter((duty) -> duty.role() == role)
                .isPresent());
    }

}
