package cn.dangjian.assessment.scheme.content;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme says.
 *
 * @param domain null for all units of the object
 * @param frame the published scheme of a unit above that it adapts; null if it adapts none
 * @param ownMost how much of the hundred whoever adapts it may give to indicators of his own
 * @param additionsMost how much additions may give together
 * @param modules null for the five basics
 */
public record Content(
        @Min(2020) @Max(2100) int year,
        @NotNull ObjectKind object,
        @Nullable Domain domain,
        @NotBlank @Size(max = 100) @Stripped String title,
        @Nullable @Positive Long frame,
        @NotNull @Valid Points ownMost,
        @NotNull @Valid Points additionsMost,
        @NotNull Ranking ranking,
        @NotNull Audience audience,
        @Nullable @Size(min = 1, max = 30) List<@NotNull @Valid Module> modules,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Indicator> indicators) {

    public List<Module> parts() {
        return modules == null ? Module.FIVE_BASICS : modules;
    }

    public Optional<Indicator> find(String code) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }
}
