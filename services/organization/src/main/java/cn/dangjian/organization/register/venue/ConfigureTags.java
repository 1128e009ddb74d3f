package cn.dangjian.organization.register.venue;

import static cn.dangjian.organization.register.venue.VenueRefusal.DAYS_UNFIT;
import static cn.dangjian.organization.register.venue.VenueRefusal.NOT_A_COUNTY;
import static cn.dangjian.organization.register.venue.VenueRefusal.TAG_THERE;
import static cn.dangjian.organization.register.venue.VenueRefusal.TAG_UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 阵地标准: a county says what it asks of a venue, for example its 五统一, by a document; its desk sees its own. */
@Service
class ConfigureTags {

    private final VenueTagRepository tags;

    ConfigureTags(VenueTagRepository tags) {
        this.tags = tags;
    }

    record TagRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,23}")
            String tag,

            @NotBlank @Size(max = 100) @Stripped String title,
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull LocalDate since) {}

    /** The new tag's id. */
    @Transactional
    long set(TagRequest request, Desk desk) {
        NOT_A_COUNTY.unless(desk.isAt(Tier.COUNTY));
        if (tags.exists(desk.unit(), request.tag())) throw TAG_THERE.with(request.tag());

        return tags.insert(desk.unit(), request);
    }

    @Transactional
    void end(long id, LocalDate day, Desk desk) {
        var tag = tags.find(id, desk.scope()).orElseThrow(TAG_UNKNOWN);
        DAYS_UNFIT.when(day.isBefore(tag.since()));

        tags.end(id, day);
    }
}
