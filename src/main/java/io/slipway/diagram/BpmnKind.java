package io.slipway.diagram;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an element of a model is.
 */
public enum BpmnKind {

    /** Where a process begins. */
    START_EVENT("startEvent", Family.EVENT),

    /** Waits for something on the way. */
    INTERMEDIATE_CATCH_EVENT("intermediateCatchEvent", Family.EVENT),

    /** Tells something on the way. */
    INTERMEDIATE_THROW_EVENT("intermediateThrowEvent", Family.EVENT),

    /** Waits for something while an activity runs. */
    BOUNDARY_EVENT("boundaryEvent", Family.EVENT),

    /** Where a path ends. */
    END_EVENT("endEvent", Family.EVENT),

    /** Work of no particular kind. */
    TASK("task", Family.ACTIVITY),

    /** Work of a person, with the portal. */
    USER_TASK("userTask", Family.ACTIVITY),

    /** Work of a program. */
    SERVICE_TASK("serviceTask", Family.ACTIVITY),

    /** Sends a message. */
    SEND_TASK("sendTask", Family.ACTIVITY),

    /** Waits for a message. */
    RECEIVE_TASK("receiveTask", Family.ACTIVITY),

    /** Work of a person, without a system. */
    MANUAL_TASK("manualTask", Family.ACTIVITY),

    /** Asks a decision table. */
    BUSINESS_RULE_TASK("businessRuleTask", Family.ACTIVITY),

    /** Runs a script. */
    SCRIPT_TASK("scriptTask", Family.ACTIVITY),

    /** Calls another process. */
    CALL_ACTIVITY("callActivity", Family.ACTIVITY),

    /** A part of the process, with a begin and an end of its own. */
    SUB_PROCESS("subProcess", Family.ACTIVITY),

    /** A part that an event starts. */
    EVENT_SUB_PROCESS("", Family.ACTIVITY),

    /** A part that is done as a whole or not at all. */
    TRANSACTION("transaction", Family.ACTIVITY),

    /** A part whose order is left to people. */
    AD_HOC_SUB_PROCESS("adHocSubProcess", Family.ACTIVITY),

    /** One path is taken. */
    EXCLUSIVE_GATEWAY("exclusiveGateway", Family.GATEWAY),

    /** Some paths are taken. */
    INCLUSIVE_GATEWAY("inclusiveGateway", Family.GATEWAY),

    /** All paths are taken. */
    PARALLEL_GATEWAY("parallelGateway", Family.GATEWAY),

    /** What happens first decides the path. */
    EVENT_BASED_GATEWAY("eventBasedGateway", Family.GATEWAY),

    /** A rule of its own decides the paths. */
    COMPLEX_GATEWAY("complexGateway", Family.GATEWAY),

    /** A task between participants. */
    CHOREOGRAPHY_TASK("choreographyTask", Family.CHOREOGRAPHY),

    /** A choreography within another. */
    SUB_CHOREOGRAPHY("subChoreography", Family.CHOREOGRAPHY),

    /** Calls another choreography. */
    CALL_CHOREOGRAPHY("callChoreography", Family.CHOREOGRAPHY),

    /** A pool: who takes part. */
    PARTICIPANT("participant", Family.POOL),

    /** A process whose file draws it as a pool. */
    PROCESS("process", Family.POOL),

    /** A part of a pool: who does it. */
    LANE("lane", Family.POOL),

    /** Information that activities read or write. */
    DATA_OBJECT("dataObject", Family.DATA),

    /** Information as an activity sees it. */
    DATA_OBJECT_REFERENCE("dataObjectReference", Family.DATA),

    /** Information that comes from outside. */
    DATA_INPUT("dataInput", Family.DATA),

    /** Information that goes outside. */
    DATA_OUTPUT("dataOutput", Family.DATA),

    /** Where information stays. */
    DATA_STORE("dataStore", Family.DATA),

    /** Where information stays, as an activity sees it. */
    DATA_STORE_REFERENCE("dataStoreReference", Family.DATA),

    /** A remark. */
    TEXT_ANNOTATION("textAnnotation", Family.ARTIFACT),

    /** Puts elements together for the eye. */
    GROUP("group", Family.ARTIFACT),

    /** What is sent from one participant to another. */
    MESSAGE("message", Family.ARTIFACT),

    /** Messages that belong together. */
    CONVERSATION("conversation", Family.CONVERSATION),

    /** Conversations that belong together. */
    SUB_CONVERSATION("subConversation", Family.CONVERSATION),

    /** Calls another conversation. */
    CALL_CONVERSATION("callConversation", Family.CONVERSATION),

    /** What follows what. */
    SEQUENCE_FLOW("sequenceFlow", Family.EDGE),

    /** What one participant sends to another. */
    MESSAGE_FLOW("messageFlow", Family.EDGE),

    /** What a remark is about. */
    ASSOCIATION("association", Family.EDGE),

    /** What an activity reads. */
    DATA_INPUT_ASSOCIATION("dataInputAssociation", Family.EDGE),

    /** What an activity writes. */
    DATA_OUTPUT_ASSOCIATION("dataOutputAssociation", Family.EDGE),

    /** Who takes part in a conversation. */
    CONVERSATION_LINK("conversationLink", Family.EDGE),

    /** Something that this renderer does not know. */
    UNKNOWN("", Family.UNKNOWN);

    private static final Map<String, BpmnKind> BY_TAG = Arrays.stream(values())
        .filter((kind) -> !kind.tag.isEmpty())
        .collect(Collectors.toUnmodifiableMap((kind) -> kind.tag, (kind) -> kind));

    private final String tag;

    private final Family family;

    BpmnKind(String tag, Family family) {
        this.tag = tag;
        this.family = family;
    }

    /**
     * The kind of a BPMN element.
     * @param tag its local name, such as {@code userTask}
     */
    public static BpmnKind of(String tag) {
        return BY_TAG.getOrDefault(tag, UNKNOWN);
    }

    /**
     * What it looks like.
     * @return the family of shapes
     */
    public Family family() {
        return this.family;
    }

    /** Whether tokens may stand here. */
    public boolean isFlowNode() {
        return this.family.ordinal() <= Family.CHOREOGRAPHY.ordinal();
    }

    /** Whether it has an inside. */
    public boolean isSubProcess() {
        return this == SUB_PROCESS || this == EVENT_SUB_PROCESS || this == TRANSACTION || this == AD_HOC_SUB_PROCESS
                || this == SUB_CHOREOGRAPHY;
    }

    /** Kinds that are drawn alike. */
    public enum Family {

        /** Circles. */
        EVENT,

        /** Boxes with round corners. */
        ACTIVITY,

        /** Diamonds. */
        GATEWAY,

        /** Boxes with a band for each participant. */
        CHOREOGRAPHY,

        /** Large boxes with a title at their side. */
        POOL,

        /** Sheets and stores. */
        DATA,

        /** Remarks and groups. */
        ARTIFACT,

        /** Hexagons. */
        CONVERSATION,

        /** Lines. */
        EDGE,

        /** A neutral box. */
        UNKNOWN

    }

}
