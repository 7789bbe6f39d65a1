package io.slipway.demo;

import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;

/**
 * One release of the demo company, as its people would describe it.
 *
 * @param startsInDays when its deployment is planned, in days from the first start of the
 * demo; negative for the past
 * @param scope what is delivered and what is not
 */
record DemoRelease(String key, String name, ReleaseType type, DeploymentModel model, List<String> services,
        int startsInDays, String scope, String criteria, List<String> units) {

    private static final String PAYMENTS = "Payments";

    private static final String BANKING = "Online banking";

    private static final String MOBILE = "Mobile app";

    private static final String CLAIMS = "Claims";

    private static final String CUSTOMERS = "Customer accounts";

    private static final String REPORTING = "Reporting";

    static final DemoRelease SIGN_UP = new DemoRelease("WEB-2027.01", "Accessible sign-up", ReleaseType.MINOR,
            DeploymentModel.PHASED, List.of(BANKING, CUSTOMERS), 40,
            "Sign-up in four short pages that a screen reader can follow. Not in it: identity by video.",
            "More than 2 % of sign-ups broken off on the new pages within one hour.", List.of("web-shell", "sign-up"));

    static final DemoRelease INSTANT_PAYMENTS = new DemoRelease("PAY-2026.12", "Instant payments, second wave",
            ReleaseType.MAJOR, DeploymentModel.PHASED, List.of(PAYMENTS, BANKING), 24,
            "Instant payments for business customers, up to 100,000. Private customers have them since the first wave.",
            "Payments rejected by the clearing house above 0.5 %, or any payment booked twice.",
            List.of("payment-engine", "clearing-gateway", "payment-schema"));

    static final DemoRelease BIOMETRIC = new DemoRelease("MOB-4.9", "Sign in by fingerprint", ReleaseType.MINOR,
            DeploymentModel.CONTINUOUS, List.of(MOBILE), 16,
            "Sign in by fingerprint or face on phones that offer it; the password stays as second way.",
            "Sign-in failures above 1 % for ten minutes.", List.of("mobile-backend", "device-registry"));

    static final DemoRelease PHOTO_CLAIMS = new DemoRelease("CLM-2026.12", "Claims with photographs", ReleaseType.MINOR,
            DeploymentModel.PHASED, List.of(CLAIMS), 12,
            "Customers add up to ten photographs to a claim. Not in it: assessment by machine.",
            "Any claim lost, or uploads failing above 3 %.", List.of("claims-service", "media-store"));

    static final DemoRelease ADDRESS_CHANGE = new DemoRelease("ACC-2026.12", "Change of address by customers",
            ReleaseType.MINOR, DeploymentModel.BIG_BANG, List.of(CUSTOMERS), 9,
            "Customers change their address themselves; letters confirm it to both addresses.",
            "Wrong addresses on more than five letters of the first night.", List.of("customer-service"));

    static final DemoRelease NIGHTLY_LOAD = new DemoRelease("RPT-2026.12", "Nightly load in half the time",
            ReleaseType.MINOR, DeploymentModel.PARALLEL, List.of(REPORTING), 6,
            "The nightly load runs side by side with the old one for a week; reports are compared row by row.",
            "A difference between both loads that nobody can explain by noon.", List.of("load-pipeline"));

    static final DemoRelease CARD_LIMIT = new DemoRelease("PAY-2026.11.1", "Card limits are honoured again",
            ReleaseType.EMERGENCY, DeploymentModel.BIG_BANG, List.of(PAYMENTS), 1,
            "Corrects the check of daily card limits after midnight. Nothing else.",
            "Any card payment declined without a reason.", List.of("card-limits"));

    static final DemoRelease WINTER_BANKING = new DemoRelease("WEB-2026.12", "Standing orders at a glance",
            ReleaseType.MINOR, DeploymentModel.PHASED, List.of(BANKING, PAYMENTS), 2,
            "All standing orders on one page, with a preview of the next three months.",
            "Pages slower than two seconds for ten minutes, or a standing order shown to the wrong customer.",
            List.of("web-shell", "standing-orders"));

    static final DemoRelease DOCUMENT_SAFE = new DemoRelease("ACC-2026.11", "Document safe", ReleaseType.MAJOR,
            DeploymentModel.PHASED, List.of(CUSTOMERS, BANKING), 0,
            "Contracts and statements of ten years in one safe. Not in it: documents of other banks.",
            "A document readable by somebody else: at once. Search slower than five seconds for an hour.",
            List.of("document-safe", "search-index"));

    static final DemoRelease WIDGETS = new DemoRelease("MOB-4.8", "Balance on the home screen", ReleaseType.MINOR,
            DeploymentModel.CONTINUOUS, List.of(MOBILE), -2, "A widget with the balance, hidden until it is touched.",
            "Crashes above 0.3 % of sessions.", List.of("mobile-backend"));

    static final DemoRelease FRAUD_RULES = new DemoRelease("PAY-2026.11", "Fraud rules of the autumn",
            ReleaseType.MINOR, DeploymentModel.CONTINUOUS, List.of(PAYMENTS), -4,
            "Twelve rules new, five retired, agreed with the fraud desk.",
            "More than 40 payments an hour held for review.", List.of("fraud-rules"));

    static final DemoRelease CLAIM_STATUS = new DemoRelease("CLM-2026.11", "Claim status by message", ReleaseType.MINOR,
            DeploymentModel.BIG_BANG, List.of(CLAIMS, MOBILE), -9,
            "Customers hear of each step of their claim by message.", "A message sent to the wrong person: at once.",
            List.of("claims-service", "message-gateway"));

    static final DemoRelease CONTRAST = new DemoRelease("WEB-2026.11", "Better contrast and larger type",
            ReleaseType.MINOR, DeploymentModel.CONTINUOUS, List.of(BANKING), -20,
            "Contrast and type sizes of all pages, after the accessibility review.", "Complaints above ten a day.",
            List.of("web-shell"));

    static final DemoRelease TAX_REPORT = new DemoRelease("RPT-2026.11", "Tax report of the year", ReleaseType.MAJOR,
            DeploymentModel.BIG_BANG, List.of(REPORTING, CUSTOMERS), -15, "The yearly tax report from the new load.",
            "Any sum that differs from the ledger.", List.of("tax-report", "load-pipeline"));

    static final DemoRelease CHAT = new DemoRelease("WEB-2026.10", "Chat with an adviser", ReleaseType.MINOR,
            DeploymentModel.PHASED, List.of(BANKING), 30,
            "Chat on all pages of online banking, staffed from eight to eight.",
            "Waiting time above five minutes for an hour.", List.of("chat-widget"));

}
