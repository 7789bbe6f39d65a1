package io.slipway.e2e.pages;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * What each person types at each step of a release that goes well, in the browser. Steps
 * of the other kind are written out in the journeys that need them.
 */
public final class Paperwork {

    private final Crew crew;

    private final String key;

    private boolean judging;

    public Paperwork(Crew crew, String key) {
        this.crew = crew;
        this.key = key;
    }

    /** From here on axe judges each page before it is filled in. */
    public Paperwork judgingEachPage() {
        this.judging = true;
        return this;
    }

    /** The release manager registers the release. */
    public Paperwork register(String name) {
        this.crew.next("release-manager").browser().open("/releases/new");
        if (this.judging) {
            this.crew.browser().expectAccessible();
        }
        this.crew.browser()
            .fill("key", this.key)
            .fill("name", name)
            .choose("type", "MINOR")
            .choose("model", "PHASED")
            .fill("otherServices", "Service of " + this.key)
            .click(By.cssSelector("input[type='checkbox'][name='template']"))
            .submit("/releases")
            .expectText(name);
        return this;
    }

    /** The release manager completes the plan and names both stakeholders. */
    public Paperwork completePlan() {
        open("Complete plan");
        step("scope").fill("scope", "All that this journey needs.").decide("save");
        step("times").fill("plannedStart", local(0)).fill("plannedEnd", local(2 * 60)).decide("save");
        step("way-back").fill("rollbackCriteria", "Errors above one per cent.")
            .fill("rollbackPlan", "Switch back to the former version.")
            .decide("save");
        step("communication").fill("communicationPlan", "Mail to the service desk a day before.").decide("save");
        step("people").fill("approvers", "stakeholder, stakeholder-2" + Keys.ESCAPE).decide("save");
        step("support").fill("supportDays", "5").decide("save");
        step("check").decide("submit");
        return this;
    }

    /** Both stakeholders approve. */
    public Paperwork approvePlan() {
        openMineAs("stakeholder", "Approve plan").decide("approve");
        openMineAs("stakeholder-2", "Approve plan").decide("approve");
        return this;
    }

    /** The build engineer delivers one unit and the package. */
    public Paperwork deliverPackage() {
        return deliverPackageAs("build-engineer");
    }

    /** Somebody else with that role delivers one unit and the package. */
    public Paperwork deliverPackageAs(String userName) {
        TaskPage page = openAs(userName, "Deliver units");
        page.fill("name", "journey-service")
            .fill("version", "1.4.0")
            .fill("artifact", "https://artifacts.example.com/journey-service-1.4.0.jar")
            .fill("digest", "0f".repeat(32))
            .fill("commit", "4f2a9c1")
            .fill("committedAt", local(-600))
            .fill("documentation", "https://docs.example.com/journey")
            .fill("scripts", "https://git.example.com/journey")
            .decide("add-unit")
            .expectText("journey-service");
        page.decide("deliver");
        return this;
    }

    /** The test manager lets it pass, the deployment manager rehearses the rollback. */
    public Paperwork validate() {
        openAs("test-manager", "Assess test results").fill("critical", "0")
            .fill("major", "0")
            .fill("minor", "2")
            .fill("report", "https://tests.example.com/journey")
            .fill("summary", "All suites pass.")
            .decide("pass");
        openAs("deployment-manager", "Rehearse rollback").fill("rehearsedAt", local(-60))
            .fill("durationMinutes", "20")
            .decide("succeeded");
        return this;
    }

    /** The release manager requests the change, the change authority authorises it. */
    public Paperwork authorise() {
        requestChange();
        openAs("change-authority", "Authorise change").decide("authorise");
        return this;
    }

    /** The release manager requests the change. */
    public Paperwork requestChange() {
        openAs("release-manager", "Request change").fill("title", "Put the journey live")
            .choose("type", "NORMAL")
            .fill("implementationPlan", "By pipeline.")
            .fill("verificationPlan", "Smoke tests.")
            .fill("backOutPlan", "The rollback plan.")
            .decide("request");
        return this;
    }

    /** The release manager announces, the deployment manager says go and has backups. */
    public Paperwork prepareDeployment() {
        openAs("release-manager", "Announce deployment").fill("audience", "Service desk")
            .fill("channel", "E-mail")
            .fill("text", "The journey goes live tonight.")
            .fill("announcedAt", local(-30))
            .decide("announced");
        openAs("deployment-manager", "Decide go or no-go").decide("go");
        open("Confirm backups").fill("location", "Vault B")
            .fill("takenAt", local(-20))
            .fill("verifiedAt", local(-10))
            .choose("covers", "Service of " + this.key)
            .decide("confirmed");
        return this;
    }

    /** The deployment manager starts the deployment and records how it went. */
    public Paperwork deploy(String outcome, String notes) {
        open("Start deployment").decide("start");
        open("Deploy package").fill("finishedAt", local(0)).fill("notes", notes).decide(outcome);
        return this;
    }

    /** The deployment manager verifies. */
    public Paperwork verify(String outcome, String checks) {
        open("Verify deployment").fill("checks", checks).decide(outcome);
        return this;
    }

    /**
     * Operations signs the exit criteria, and the service owner agrees to end support
     * early.
     */
    public Paperwork endSupport() {
        TaskPage page = openAs("operations", "Watch release");
        for (int criterion = 0; criterion < 4; criterion++) {
            page.tick("criteria[" + criterion + "].met");
        }
        page.fill("reason", "Nothing happened.").tick("handoverAccepted").decide("exit");
        openAs("service-owner", "Decide on early end").fill("reason", "Nothing is to come either.").decide("end");
        return this;
    }

    /** The review is held and confirmed, and the CMDB with it. */
    public Paperwork review(String verdict) {
        openAs("release-manager", "Hold review").choose("verdict", verdict)
            .fill("intended", "A journey to the end.")
            .fill("happened", "It went as written here.")
            .fill("lessons", "Journeys find what tests miss.")
            .decide("hold");
        openAs("service-owner", "Confirm review").decide("confirm");
        openAs("configuration-manager", "Confirm configuration").fill("updates", "journey-service 1.4.0 recorded.")
            .tick("confirmed")
            .decide("confirm");
        return this;
    }

    private TaskPage openAs(String userName, String step) {
        this.crew.next(userName);
        return open(step);
    }

    private TaskPage open(String step) {
        return judged(this.crew.open(this.key, step));
    }

    private TaskPage openMineAs(String userName, String step) {
        return judged(this.crew.next(userName).openMine(this.key, step));
    }

    private TaskPage step(String id) {
        this.crew.browser().leave(By.cssSelector(".plan-nav a[href*='part=%s']".formatted(id)));
        return judged(new TaskPage(this.crew.browser(), "Complete plan"));
    }

    private TaskPage judged(TaskPage page) {
        return this.judging ? page.expectAccessible() : page;
    }

    /**
     * A local time as the fields of a form take it.
     * @param minutes from now; negative for the past
     */
    public static String local(int minutes) {
        return LocalDateTime.now(ZoneOffset.UTC).plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES).toString();
    }

}
