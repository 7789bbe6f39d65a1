package io.slipway.api.schedule;

import java.net.URI;
import java.util.List;

import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.schedule.Interval;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.period.PeriodQuery;
import io.slipway.schedule.period.PeriodSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Windows and freezes for tools. Everybody who is signed in reads them; the service says
 * who may make one.
 */
@RestController
@Tag(name = "Windows and freezes")
@RequestMapping("/api/v1/schedule/periods")
class ScheduleApi {

    private static final int NEXT = 10;

    private final PeriodManagement periods;

    ScheduleApi(PeriodManagement periods) {
        this.periods = periods;
    }

    @Operation(summary = "Lists windows and freezes, 25 to a page")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    PeriodAnswer.Page list(@RequestParam(required = false) @Nullable PeriodKind kind,
            @RequestParam(defaultValue = "false") boolean over, @RequestParam(defaultValue = "") String from) {
        KeyPage<PeriodSummary> page = this.periods.list(new PeriodQuery(kind, over, from));
        return new PeriodAnswer.Page(page.rows().stream().map(PeriodAnswer::of).toList(), page.next());
    }

    @Operation(summary = "Makes a window or a freeze")
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    @PreAuthorize("hasAnyAuthority('release-manager', 'change-authority')")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Made> create(@RequestBody PeriodRequest request) {
        InputCheck check = new InputCheck();
        PeriodDraft draft = request.draft(check);
        check.include(() -> this.periods.judge(draft));
        check.finish();
        long id = this.periods.create(draft);
        return ResponseEntity.created(URI.create("/schedule/periods/" + id))
            .body(new Made(id, this.periods.next(id, NEXT)));
    }

    /**
     * What was made.
     *
     * @param id its id
     * @param next its next occurrences, at most 10, so that a tool sees what its rule
     * means
     */
    record Made(long id, List<Interval> next) {
    }

}
