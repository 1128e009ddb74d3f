package cn.dangjian.assessment.appraise.observe;

import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.UNIT_UNKNOWN;
import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.appraise.observe.ObservationTable.Observation;
import cn.dangjian.assessment.appraise.observe.ObservationTable.Observer;
import cn.dangjian.assessment.appraise.observe.RecordObservation.ObservationRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was seen on site. */
@Tag(name = "observations 现场观摩")
@RestController
class ObservationController {

    private final RecordObservation recordObservation;
    private final ObservationTable observations;
    private final CampaignTable campaigns;

    ObservationController(RecordObservation recordObservation, ObservationTable observations, CampaignTable campaigns) {
        this.recordObservation = recordObservation;
        this.observations = observations;
        this.campaigns = campaigns;
    }

    record WithdrawalRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    record PresentView(long unit, String name) {}

    /**
     * An observation.
     *
     * @param withdrawn why it holds no more; null while it does
     */
    record ObservationView(
            long id,
            LocalDate day,
            String place,
            String words,
            List<PresentView> present,
            String subject,
            OffsetDateTime at,
            @Nullable String withdrawn) {

        static ObservationView of(Observation one, List<Observer> observers) {
            return new ObservationView(
                    one.id(),
                    one.day(),
                    one.place(),
                    one.words(),
                    observers.stream()
                            .map(observer -> new PresentView(observer.unit(), observer.name()))
                            .toList(),
                    one.subject(),
                    one.at().atOffset(ZoneOffset.UTC),
                    one.reason());
        }
    }

    record ObservationsView(long id, long appraisal, long unit, String name, List<ObservationView> observations) {}

    @Operation(
            summary = "Write down what was seen at an object, and whose people were there (现场观摩)",
            description = "By the owner of the campaign, until the vote closes. It gives no points by itself.")
    @Idempotent
    @PostMapping("/v1/appraised-units/{id}/observations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ObservationsView> add(
            @PathVariable long id, @Valid @RequestBody ObservationRequest request, Desk desk) {
        return ResponseEntity.status(HttpStatus.CREATED).body(view(recordObservation.add(id, request, desk)));
    }

    @Operation(summary = "Withdraw an observation that was wrong, with the reason (撤销观摩记录)")
    @Idempotent
    @PostMapping("/v1/appraised-units/{id}/observations/{observation}/withdrawal")
    ResponseEntity<ObservationsView> withdraw(
            @PathVariable long id,
            @PathVariable long observation,
            @Valid @RequestBody WithdrawalRequest request,
            Desk desk) {
        return ResponseEntity.ok(view(recordObservation.withdraw(id, observation, request.reason(), desk)));
    }

    @Operation(summary = "What was seen at an object; for whoever takes part")
    @GetMapping("/v1/appraised-units/{id}/observations")
    ObservationsView list(@PathVariable long id, Desk desk) {
        return view(campaigns.findAppraised(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNIT_UNKNOWN));
    }

    private ObservationsView view(Appraised one) {
        var observers = observations.listObservers(one.id()).stream().collect(groupingBy(Observer::observation));
        return new ObservationsView(
                one.id(),
                one.campaign(),
                one.unit().value(),
                one.unitName(),
                observations.list(one.id()).stream()
                        .map(each -> ObservationView.of(each, observers.getOrDefault(each.id(), List.of())))
                        .toList());
    }
}
