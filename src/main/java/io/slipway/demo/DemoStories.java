package io.slipway.demo;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What happened so far to each release of the demo company: some wait in every phase,
 * some have ended, and not everything went well.
 */
@Component
@Profile("demo")
class DemoStories {

    private final DemoPlot plot;

    private final DemoMonitoring monitoring;

    private final DemoManualTest manualTest;

    DemoStories(DemoPlot plot, DemoMonitoring monitoring, DemoManualTest manualTest) {
        this.plot = plot;
        this.monitoring = monitoring;
        this.manualTest = manualTest;
    }

    /**
     * The stories, the oldest release first.
     * @return what happens to each release after its registration
     */
    Map<DemoRelease, Runnable> all() {
        Map<DemoRelease, Runnable> stories = new LinkedHashMap<>();
        stories.put(DemoRelease.CONTRAST, this::closed);
        stories.put(DemoRelease.SIGN_UP, () -> this.plot.writePlan(DemoRelease.SIGN_UP, "save"));
        stories.put(DemoRelease.INSTANT_PAYMENTS, this::halfApproved);
        stories.put(DemoRelease.BIOMETRIC, this::beingBuilt);
        stories.put(DemoRelease.PHOTO_CLAIMS, this::testedAgain);
        stories.put(DemoRelease.ADDRESS_CHANGE, this::beforeRehearsal);
        stories.put(DemoRelease.NIGHTLY_LOAD, this::questioned);
        stories.put(DemoRelease.CARD_LIMIT, this::beforeAuthorisation);
        stories.put(DemoRelease.WINTER_BANKING, this::beforeGo);
        stories.put(DemoRelease.DOCUMENT_SAFE, this::beforeVerification);
        stories.put(DemoRelease.WIDGETS, () -> live(DemoRelease.WIDGETS));
        stories.put(DemoRelease.FRAUD_RULES, this::supportExtended);
        stories.put(DemoRelease.CLAIM_STATUS, this::beforeReview);
        stories.put(DemoRelease.TAX_REPORT, this::rolledBack);
        stories.put(DemoRelease.CHAT, this::cancelled);
        return stories;
    }

    private void planned(DemoRelease release) {
        this.plot.writePlan(release, "submit");
        this.plot.approve(release, "stakeholder");
        this.plot.approve(release, "stakeholder-2");
        this.plot.approveAsOthers(release);
    }

    private void built(DemoRelease release) {
        planned(release);
        this.plot.build(release);
    }

    private void authorised(DemoRelease release) {
        built(release);
        this.plot.validateAndAuthorise(release);
    }

    private void live(DemoRelease release) {
        authorised(release);
        this.plot.goLive(release);
    }

    private void closed() {
        live(DemoRelease.CONTRAST);
        this.plot.endSupport(DemoRelease.CONTRAST);
        this.plot.review(DemoRelease.CONTRAST, "SUCCESSFUL_WITH_ISSUES",
                "Live in one evening. Two pages kept the old colours until the cache was emptied.",
                "Empty the page cache as a step of the deployment.\nAsk the accessibility group before the colours are chosen.");
    }

    private void halfApproved() {
        this.plot.writePlan(DemoRelease.INSTANT_PAYMENTS, "submit");
        this.plot.reject(DemoRelease.INSTANT_PAYMENTS, "stakeholder-2",
                "The branches must hear of it a week before, not two days.");
        this.plot.writePlan(DemoRelease.INSTANT_PAYMENTS, "submit");
        this.plot.approve(DemoRelease.INSTANT_PAYMENTS, "stakeholder-2");
    }

    private void beingBuilt() {
        planned(DemoRelease.BIOMETRIC);
        this.plot.deliverUnit(DemoRelease.BIOMETRIC, DemoRelease.BIOMETRIC.units().get(0));
        this.plot.deliverBoms(DemoRelease.BIOMETRIC);
        this.plot.upload(DemoRelease.BIOMETRIC);
    }

    private void testedAgain() {
        built(DemoRelease.PHOTO_CLAIMS);
        this.plot.assess(DemoRelease.PHOTO_CLAIMS, 2, "fail", "Photographs above 8 MB are lost without a word.");
        this.plot.deliver(DemoRelease.PHOTO_CLAIMS);
        this.manualTest.record(DemoRelease.PHOTO_CLAIMS);
        this.plot.askForWaiver(DemoRelease.PHOTO_CLAIMS);
    }

    private void beforeRehearsal() {
        built(DemoRelease.ADDRESS_CHANGE);
        this.plot.passTests(DemoRelease.ADDRESS_CHANGE);
    }

    private void questioned() {
        built(DemoRelease.NIGHTLY_LOAD);
        this.plot.passTests(DemoRelease.NIGHTLY_LOAD);
        this.plot.rehearse(DemoRelease.NIGHTLY_LOAD);
        this.plot.requestChange(DemoRelease.NIGHTLY_LOAD, "Reports of the day wait until the load is done.");
        this.plot.decideChange(DemoRelease.NIGHTLY_LOAD, "change-authority-2", "more-information",
                "Who compares the reports during the week side by side?");
    }

    private void beforeAuthorisation() {
        built(DemoRelease.CARD_LIMIT);
        this.plot.passTests(DemoRelease.CARD_LIMIT);
        this.plot.rehearse(DemoRelease.CARD_LIMIT);
        this.plot.requestChange(DemoRelease.CARD_LIMIT, "Card payments are watched by two people during the hour.");
    }

    private void beforeGo() {
        authorised(DemoRelease.WINTER_BANKING);
        this.plot.announce(DemoRelease.WINTER_BANKING);
        this.plot.decideGo(DemoRelease.WINTER_BANKING, "no-go", "The network team patches its firewalls tonight.");
        this.plot.resolveNoGo(DemoRelease.WINTER_BANKING, "The network team has moved its work to Thursday.");
    }

    private void beforeVerification() {
        authorised(DemoRelease.DOCUMENT_SAFE);
        this.plot.announce(DemoRelease.DOCUMENT_SAFE);
        this.plot.decideGo(DemoRelease.DOCUMENT_SAFE, "go", "");
        this.plot.confirmBackups(DemoRelease.DOCUMENT_SAFE);
        this.plot.deploy(DemoRelease.DOCUMENT_SAFE, "failed", "The index was locked by the nightly load.");
        this.plot.decideOnFailure(DemoRelease.DOCUMENT_SAFE, "retry", "The nightly load has finished.");
        this.plot.deploy(DemoRelease.DOCUMENT_SAFE, "succeeded", "");
    }

    private void supportExtended() {
        live(DemoRelease.FRAUD_RULES);
        this.monitoring.tell(DemoRelease.FRAUD_RULES);
        this.plot.extendSupport(DemoRelease.FRAUD_RULES,
                "Two rules hold too many payments; the fraud desk tunes them.");
    }

    private void beforeReview() {
        live(DemoRelease.CLAIM_STATUS);
        this.plot.endSupport(DemoRelease.CLAIM_STATUS);
    }

    private void rolledBack() {
        authorised(DemoRelease.TAX_REPORT);
        this.plot.announce(DemoRelease.TAX_REPORT);
        this.plot.decideGo(DemoRelease.TAX_REPORT, "go", "");
        this.plot.confirmBackups(DemoRelease.TAX_REPORT);
        this.plot.deploy(DemoRelease.TAX_REPORT, "succeeded", "");
        this.plot.verify(DemoRelease.TAX_REPORT, "not-verified", "Three sums differ from the ledger by a rounding.");
        this.plot.decideOnFailure(DemoRelease.TAX_REPORT, "roll-back", "A rollback criterion is met: sums differ.");
        this.plot.rollBack(DemoRelease.TAX_REPORT);
        this.plot.review(DemoRelease.TAX_REPORT, "FAILED",
                "Rolled back after forty minutes. The new load rounds each line, the ledger rounds the sum.",
                "Compare sums with the ledger in the acceptance tests.");
    }

    private void cancelled() {
        this.plot.writePlan(DemoRelease.CHAT, "submit");
        this.plot.cancel(DemoRelease.CHAT, "The advisers' new shifts are not agreed; we plan it anew in spring.");
    }

}
