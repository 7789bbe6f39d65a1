package io.slipway;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.identity.Duty;
import io.slipway.identity.Role;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the process models against what the engine would only notice when a release gets
 * there, or a person only when reading a task: names, labels, texts, roles and forms.
 */
class ProcessModelGuardTests {

    private static final Pattern TIME_TO_LIVE = Pattern.compile("P\\d+D");

    private static final String WORDS = "([A-Z][a-z-]*|[A-Z]{2,})( ([a-z]+(-[a-z]+)*|[A-Z]{2,}))*";

    private static final Pattern LABEL = Pattern.compile(WORDS);

    private static final Pattern QUESTION = Pattern.compile(WORDS + "\\?");

    private static final Pattern SENTENCE = Pattern.compile("[A-Z][^\\n]*[.?]");

    @Test
    void namesTheFileAfterTheProcess() {
        assertThat(ProcessModel.findings((model) -> Stream.of(model.process())
            .filter((process) -> !model.name().equals(process.getId()) || !process.isExecutable()
                    || isBlank(process.getName()))
            .map((process) -> model.finding(process,
                    "name the file after the process id, give the process a name, " + "and make it executable"))))
            .isEmpty();
    }

    @Test
    void setsTheTimeToLive() {
        assertThat(ProcessModel.findings((model) -> Stream.of(model.process())
            .filter((process) -> !matches(TIME_TO_LIVE, process.getCamundaHistoryTimeToLiveString()))
            .map((process) -> model.finding(process, "set camunda:historyTimeToLive in days, such as P365D"))))
            .isEmpty();
    }

    @Test
    void namesIdsByTheRule() {
        assertThat(ProcessModel.findings((model) -> Stream
            .of(model.each(FlowElement.class), model.each(Message.class), model.each(Error.class))
            .flatMap((elements) -> elements.map(BaseElement.class::cast))
            .filter((element) -> !element.getId().matches(prefix(element) + "_[A-Z][A-Za-z0-9]*"))
            .map((element) -> model.finding(element, "begin the id with " + prefix(element) + "_ and a phrase"))))
            .isEmpty();
    }

    @Test
    void labelsWhatAPersonReads() {
        assertThat(ProcessModel.findings((model) -> model.each(FlowNode.class)
            .filter((node) -> !(node instanceof Gateway))
            .filter((node) -> !matches(LABEL, node.getName()))
            .map((node) -> model.finding(node,
                    "label it in sentence case: a task with verb and object, an event with object and state"))))
            .isEmpty();
    }

    @Test
    void asksAQuestionWhereTheWayParts() {
        assertThat(ProcessModel
            .findings((model) -> model.each(Gateway.class)
                .filter((gateway) -> asks(gateway) ? !matches(QUESTION, gateway.getName()) : gateway.getName() != null)
                .map((gateway) -> model.finding(gateway,
                        "label a gateway that decides with a question, and leave the others without a label"))))
            .isEmpty();
    }

    @Test
    void answersTheQuestionOnEveryFlow() {
        assertThat(ProcessModel.findings((model) -> model.each(SequenceFlow.class)
            .filter((flow) -> asks(flow.getSource()) != (flow.getConditionExpression() != null)
                    || asks(flow.getSource()) == isBlank(flow.getName()))
            .map((flow) -> model.finding(flow,
                    "give a flow out of a deciding gateway a label and a condition, and any other flow neither"))))
            .isEmpty();
    }

    @Test
    void connectsEveryNode() {
        assertThat(ProcessModel.findings((model) -> model.each(FlowNode.class)
            .filter((node) -> node.getIncoming()
                .isEmpty() != (node instanceof StartEvent || node instanceof BoundaryEvent)
                    || node.getOutgoing().isEmpty() != (node instanceof EndEvent))
            .map((node) -> model.finding(node, "connect it, and list its flows as incoming and outgoing elements"))))
            .isEmpty();
        assertThat(ProcessModel.findings((model) -> model.each(SequenceFlow.class)
            .filter((flow) -> !flow.getSource().getOutgoing().contains(flow)
                    || !flow.getTarget().getIncoming().contains(flow))
            .map((flow) -> model.finding(flow, "list it as outgoing of its source and incoming of its target"))))
            .isEmpty();
    }

    @Test
    void joinsAndSplitsInGatewaysOnly() {
        assertThat(ProcessModel.findings((model) -> model.each(FlowNode.class)
            .filter((node) -> (node instanceof Gateway) == (node.getIncoming().size() <= 1
                    && node.getOutgoing().size() <= 1)
                    || (node.getIncoming().size() > 1 && node.getOutgoing().size() > 1))
            .map((node) -> model.finding(node,
                    "let flows meet and part in gateways, one gateway for each, and drop a gateway that does neither"))))
            .isEmpty();
    }

    @Test
    void documentsEveryActivity() {
        assertThat(ProcessModel.findings((model) -> Stream
            .of(model.each(Task.class), model.each(CallActivity.class), model.each(SubProcess.class),
                    model.each(Process.class))
            .flatMap((elements) -> elements.map(BaseElement.class::cast))
            .filter((element) -> element.getDocumentations().size() != 1
                    || !matches(SENTENCE, element.getDocumentations().iterator().next().getTextContent()))
            .map((element) -> model.finding(element, "write one sentence of documentation, ended by a full stop"))))
            .isEmpty();
    }

    @Test
    void saysWhatHappensOnYes() {
        assertThat(ProcessModel.findings((model) -> model.each(UserTask.class)
            .filter((task) -> !matches(SENTENCE, ProcessModel.property(task, "yes"))
                    || !matches(Pattern.compile("|" + SENTENCE), ProcessModel.property(task, "no")))
            .map((task) -> model.finding(task,
                    "say in the property yes, and in no where there is one, what happens then, in one sentence"))))
            .isEmpty();
    }

    @Test
    void givesEveryUserTaskToOneRole() {
        assertThat(ProcessModel.findings((model) -> model.each(UserTask.class)
            .filter((task) -> Role.of(String.valueOf(task.getCamundaCandidateGroups())).isEmpty())
            .filter((task) -> !("${role(seat)}".equals(task.getCamundaCandidateGroups())
                    && "${person(seat)}".equals(task.getCamundaAssignee())))
            .map((task) -> model.finding(task,
                    "ask each of its seats by ${role(seat)} and ${person(seat)}, or set one candidate group out of "
                            + Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "))))))
            .isEmpty();
    }

    @Test
    void namesKnownDuties() {
        List<String> used = new ArrayList<>();
        assertThat(ProcessModel.findings((model) -> model.each(UserTask.class)
            .filter((task) -> !ProcessModel.property(task, "duty").isEmpty())
            .peek((task) -> used.add(ProcessModel.property(task, "duty")))
            .filter((task) -> Duty.of(ProcessModel.property(task, "duty")).isEmpty())
            .map((task) -> model.finding(task, "set the property duty to one that separation of duties knows"))))
            .isEmpty();
        assertThat(used).as("Every duty is done by a task: give the property duty to the task that does it")
            .contains(Arrays.stream(Duty.values())
                .filter((duty) -> !List.of(Duty.REQUEST_FREEZE_EXCEPTION, Duty.REQUEST_WAIVER, Duty.REQUEST_EARLY_END)
                    .contains(duty))
                .map(Duty::id)
                .toArray(String[]::new));
    }

    @Test
    void namesTheFormAfterTheStep() {
        assertThat(ProcessModel.findings((model) -> model.each(UserTask.class)
            .filter((task) -> !formKey(model, task).equals(task.getCamundaFormKey()))
            .map((task) -> model.finding(task, "set camunda:formKey to " + formKey(model, task))))).isEmpty();
    }

    @Test
    void setsDueDateAndPriorityOnEveryUserTask() {
        assertThat(ProcessModel.findings((model) -> model.each(UserTask.class)
            .filter((task) -> isBlank(task.getCamundaDueDate()) || !"${priority}".equals(task.getCamundaPriority()))
            .map((task) -> model.finding(task,
                    "set camunda:dueDate, such as P3D, and camunda:priority to ${priority}"))))
            .isEmpty();
    }

    @Test
    void appearsOnTheMap() throws IOException {
        String map = Files.readString(ProcessModel.ROOT.resolve("README.md"));
        assertThat(ProcessModel.findings((model) -> Stream.of(model.name())
            .filter((name) -> !map.contains("`" + name + "`"))
            .map((name) -> "processes/README.md: add " + name + " to the map"))).isEmpty();
    }

    private static String formKey(ProcessModel model, UserTask task) {
        String step = ProcessModel.phrase(task).replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return model.feature() + "/" + step;
    }

    private static String prefix(BaseElement element) {
        if (element instanceof SequenceFlow) {
            return "Flow";
        }
        if (element instanceof Gateway) {
            return "Gateway";
        }
        return (element instanceof Task) ? "Task" : kind(element);
    }

    private static String kind(BaseElement element) {
        String name = element.getElementType().getTypeName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean asks(FlowNode node) {
        return node instanceof Gateway && !(node instanceof ParallelGateway || node instanceof EventBasedGateway)
                && node.getOutgoing().size() > 1;
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

}
