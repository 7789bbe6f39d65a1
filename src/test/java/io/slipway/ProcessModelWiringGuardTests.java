package io.slipway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.release.Phase;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards what makes a model run: save points, retries, delegates, expressions, and that
 * whatever it calls, throws, catches or waits for exists.
 */
class ProcessModelWiringGuardTests {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    private static final Pattern ALLOWED_EXPRESSION = Pattern.compile("#\\{execution\\.processBusinessKey}"
            + "|\\$\\{((not )?[a-z]\\w*|[a-z]\\w* [=!]= '[a-z-]+'|list\\([a-z]\\w*\\)|(role|person)\\(seat\\))}");

    private static final Pattern OTHER_CODE = Pattern
        .compile("<camunda:script|scriptFormat=|camunda:(class|expression|type|resource)=| (class|expression)=\"");

    private static final Set<String> HANDED_OVER = Set.of("#{execution.processBusinessKey}",
            "releaseName as releaseName", "priority as priority", "phase as phase");

    /** What a run of a deployment needs besides. */
    private static final Map<String, Set<String>> BESIDES = Map.of("RunWaveProcess",
            Set.of("run as run", "wave as wave"), "RunStepProcess",
            Set.of("run as run", "wave as wave", "step as step"), "RollBackWaveProcess",
            Set.of("run as run", "wave as wave"), "RunBigBangProcess", Set.of("run as run"), "RunPhasedProcess",
            Set.of("run as run"), "RunParallelProcess", Set.of("run as run"), "RunContinuousProcess",
            Set.of("run as run"));

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private static final Path SOURCES = Path.of("src/main/java/io/slipway");

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void savesWhatAPersonDidBeforeGoingOn() {
        assertThat(ProcessModel.findings((model) -> model.each(UserTask.class)
            .filter((task) -> !((task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)
                    ? loop.isCamundaAsyncAfter() : task.isCamundaAsyncAfter()))
            .map((task) -> model.finding(task,
                    "set camunda:asyncAfter on the task, or on its multi-instance marker if it has one"))))
            .isEmpty();
    }

    @Test
    void savesBeforeAParallelJoin() {
        assertThat(ProcessModel.findings((model) -> model.each(ParallelGateway.class)
            .filter((gateway) -> gateway.getIncoming().size() > 1 && !gateway.isCamundaAsyncBefore())
            .map((gateway) -> model.finding(gateway,
                    "set camunda:asyncBefore, or two people who finish at once collide"))))
            .isEmpty();
    }

    @Test
    void retriesEveryJob() {
        assertThat(ProcessModel.findings((model) -> Stream
            .of(model.each(FlowNode.class)
                .filter((node) -> !(node instanceof EventBasedGateway)
                        && (node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())),
                    model.each(LoopCharacteristics.class)
                        .filter((loop) -> loop instanceof MultiInstanceLoopCharacteristics multi
                                && (multi.isCamundaAsyncAfter() || multi.isCamundaAsyncBefore())),
                    model.each(TimerEventDefinition.class).map((timer) -> (BaseElement) timer.getParentElement()))
            .flatMap((elements) -> elements.map(BaseElement.class::cast))
            .filter((element) -> ProcessModel.extensions(element, CamundaFailedJobRetryTimeCycle.class)
                .noneMatch((cycle) -> "R3/PT1M".equals(cycle.getTextContent())))
            .map((element) -> model.finding(element,
                    "add camunda:failedJobRetryTimeCycle R3/PT1M beside the asynchronous mark or timer"))))
            .isEmpty();
    }

    @Test
    void callsDelegatesAfterTheirTask() {
        assertThat(ProcessModel.findings((model) -> model.each(ServiceTask.class)
            .filter((task) -> !("${" + decapitalised(ProcessModel.phrase(task)) + "Delegate}")
                .equals(task.getCamundaDelegateExpression()))
            .map((task) -> model.finding(task,
                    "set camunda:delegateExpression to ${" + decapitalised(ProcessModel.phrase(task)) + "Delegate}"))))
            .isEmpty();
    }

    @Test
    void hasABeanForEveryDelegate() {
        assertThat(ProcessModel.findings((model) -> DELEGATE.matcher(model.text())
            .results()
            .map((match) -> match.group(1))
            .distinct()
            .filter((bean) -> !declares(SOURCES.resolve(model.feature() + "/process"), bean))
            .map((bean) -> model.file() + ": write the bean " + bean + " in the package " + model.feature()
                    + ".process, or correct the delegate expression")))
            .isEmpty();
    }

    @Test
    void hasATemplateForEveryForm() {
        assertThat(ProcessModel.findings((model) -> model.each(UserTask.class)
            .filter((task) -> !Files.exists(TEMPLATES.resolve(task.getCamundaFormKey().replace("/", "/_") + ".html")))
            .map((task) -> model.finding(task,
                    "write the template " + TEMPLATES.resolve(task.getCamundaFormKey().replace("/", "/_") + ".html")))))
            .isEmpty();
    }

    @Test
    void runsNoCodeBesidesDelegates() {
        assertThat(ProcessModel.findings((model) -> OTHER_CODE.matcher(model.text())
            .results()
            .map((match) -> model.file() + ": replace " + match.group().strip() + " by a delegate expression")))
            .isEmpty();
        assertThat(ProcessModel.findings((model) -> model.each(Task.class)
            .filter((task) -> !(task instanceof UserTask || task instanceof ServiceTask))
            .map((task) -> model.finding(task, "make it a user task or a service task with a delegate")))).isEmpty();
    }

    @Test
    void keepsExpressionsToVariablesAndDelegates() {
        assertThat(ProcessModel.findings((model) -> EXPRESSION.matcher(model.text())
            .results()
            .map((match) -> match.group())
            .filter((expression) -> !matches(ALLOWED_EXPRESSION, expression))
            .map((expression) -> model.file() + ": decide " + expression + " in a delegate and read a variable here")))
            .isEmpty();
    }

    @Test
    void callsModelsOfTheSameDeployment() {
        Set<String> known = ProcessModel.all().stream().map(ProcessModel::name).collect(Collectors.toSet());
        assertThat(ProcessModel.findings((model) -> model.each(CallActivity.class)
            .filter((call) -> !known.contains(call.getCalledElement())
                    || !"deployment".equals(call.getCamundaCalledElementBinding()))
            .map((call) -> model.finding(call,
                    "call a process that is under processes/ and bind it with camunda:calledElementBinding deployment"))))
            .isEmpty();
    }

    @Test
    void handsTheReleaseToCalledModels() {
        assertThat(ProcessModel.findings((model) -> model.each(CallActivity.class)
            .filter((call) -> !handedOver(call).equals(wanted(call)))
            .map((call) -> model.finding(call, "hand over exactly " + wanted(call) + " as camunda:in")))).isEmpty();
    }

    private static Set<String> wanted(CallActivity call) {
        Set<String> all = new HashSet<>(HANDED_OVER);
        all.addAll(BESIDES.getOrDefault(call.getCalledElement(), Set.of()));
        return all;
    }

    @Test
    void beginsEveryPhaseOnceAndInOrder() {
        ProcessModel spine = model("ReleaseLifecycleProcess");
        List<CallActivity> calls = spine.each(CallActivity.class).toList();
        assertThat(calls.stream().map(ProcessModelWiringGuardTests::phase).toList())
            .as("The input parameter phase of the calls in " + spine.file() + " names every phase in its order")
            .containsExactly(Arrays.stream(Phase.values()).map(Phase::name).toArray(String[]::new));
        assertThat(calls).as("Every phase has the start listener ${beginPhaseDelegate}")
            .allMatch((call) -> ProcessModel.extensions(call, CamundaExecutionListener.class)
                .anyMatch((listener) -> "start".equals(listener.getCamundaEvent())
                        && "${beginPhaseDelegate}".equals(listener.getCamundaDelegateExpression())));
    }

    @Test
    void namesErrorsAndMessagesOnce() {
        assertThat(ProcessModel.findings((model) -> model.each(Error.class)
            .filter((error) -> !error.getId().equals("Error_" + error.getErrorCode())
                    || model.each(ErrorEventDefinition.class).noneMatch((event) -> error.equals(event.getError())))
            .map((error) -> model.finding(error, "use it in an event, and make its code the id without Error_"))))
            .isEmpty();
        assertThat(ProcessModel.findings((model) -> model.each(Message.class)
            .filter((message) -> !message.getId().equals("Message_" + message.getName())
                    || model.each(MessageEventDefinition.class)
                        .noneMatch((event) -> message.equals(event.getMessage())))
            .map((message) -> model.finding(message, "use it in an event, and make its name the id without Message_"))))
            .isEmpty();
    }

    @Test
    void resolvesEveryErrorAndMessage() {
        assertThat(
                ProcessModel.findings(
                        (model) -> Stream
                            .of(model.each(ErrorEventDefinition.class).filter((event) -> event.getError() == null),
                                    model.each(MessageEventDefinition.class)
                                        .filter((event) -> event.getMessage() == null))
                            .flatMap((events) -> events.map(BaseElement.class::cast))
                            .map((event) -> model.finding(event,
                                    "refer to an error or message that the file declares"))))
            .isEmpty();
    }

    @Test
    void catchesWhatACalledModelThrows() {
        assertThat(
                ProcessModel.findings(
                        (model) -> thrown(model).stream()
                            .flatMap((code) -> callers(model).filter((call) -> !caughtAround(call).contains(code))
                                .map((call) -> "processes/: " + call.getId() + " calls " + model.name()
                                        + ", which throws " + code + ": catch it with an error boundary event"))))
            .isEmpty();
        assertThat(ProcessModel.findings((model) -> Stream.of(model)
            .filter((thrower) -> !thrown(thrower).isEmpty() && callers(thrower).findAny().isEmpty())
            .map((thrower) -> thrower.file() + ": it ends with an error, so a model has to call it and catch that")))
            .isEmpty();
    }

    @Test
    void catchesNothingThatIsNeverThrown() {
        assertThat(ProcessModel.findings((model) -> model.each(BoundaryEvent.class)
            .filter((event) -> event.getAttachedTo() instanceof CallActivity)
            .filter((event) -> !thrown(model(((CallActivity) event.getAttachedTo()).getCalledElement()))
                .containsAll(codes(event.getEventDefinitions())))
            .map((event) -> model.finding(event, "remove it, or end the called process with that error")))).isEmpty();
    }

    private static ProcessModel model(String name) {
        return ProcessModel.all().stream().filter((model) -> model.name().equals(name)).findFirst().orElseThrow();
    }

    private static Stream<CallActivity> callers(ProcessModel called) {
        return ProcessModel.all()
            .stream()
            .flatMap((model) -> model.each(CallActivity.class))
            .filter((call) -> called.name().equals(call.getCalledElement()));
    }

    private static Set<String> thrown(ProcessModel model) {
        return model.each(EndEvent.class)
            .flatMap((event) -> codes(event.getEventDefinitions()).stream())
            .collect(Collectors.toSet());
    }

    private static Set<String> caughtAround(CallActivity call) {
        BpmnModelInstance instance = (BpmnModelInstance) call.getModelInstance();
        return instance.getModelElementsByType(BoundaryEvent.class)
            .stream()
            .filter((event) -> event.getAttachedTo().equals(call)
                    || event.getAttachedTo().equals(call.getParentElement()))
            .flatMap((event) -> codes(event.getEventDefinitions()).stream())
            .collect(Collectors.toSet());
    }

    private static Set<String> codes(Collection<EventDefinition> events) {
        return events.stream()
            .filter(ErrorEventDefinition.class::isInstance)
            .map((event) -> ((ErrorEventDefinition) event).getError())
            .filter((error) -> error != null)
            .map(Error::getErrorCode)
            .collect(Collectors.toSet());
    }

    private static Set<String> handedOver(CallActivity call) {
        return ProcessModel.extensions(call, CamundaIn.class)
            .map((in) -> (in.getCamundaBusinessKey() != null) ? in.getCamundaBusinessKey()
                    : in.getCamundaSource() + " as " + in.getCamundaTarget())
            .collect(Collectors.toSet());
    }

    private static String phase(CallActivity call) {
        return ProcessModel.extensions(call, CamundaInputOutput.class)
            .flatMap((mapping) -> mapping.getCamundaInputParameters().stream())
            .filter((parameter) -> "phase".equals(parameter.getCamundaName()))
            .map((parameter) -> parameter.getTextContent())
            .findFirst()
            .orElse("");
    }

    private static boolean declares(Path folder, String bean) {
        return SourceText.all(folder, ".java")
            .stream()
            .anyMatch((source) -> source.text().contains("JavaDelegate " + bean + "(")
                    || source.path().equals(capitalised(bean) + ".java"));
    }

    private static String capitalised(String bean) {
        return bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1);
    }

    private static String decapitalised(String phrase) {
        return phrase.substring(0, 1).toLowerCase(Locale.ROOT) + phrase.substring(1);
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

}
