package cn.dangjian.organization.people.matter;

import static cn.dangjian.organization.people.matter.MatterRefusal.NOT_COUNTY;
import static cn.dangjian.organization.people.matter.MatterRefusal.OWN_DUTY;
import static cn.dangjian.organization.people.matter.MatterRefusal.PAST;
import static cn.dangjian.organization.people.matter.MatterRefusal.READER_UNKNOWN;

import cn.dangjian.organization.people.matter.ReaderRepository.Reader;
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

/**
 * 指定查阅岗位: a county names the duty that may read, and ends that; nobody names the duty he has himself. Its desk sees
 * the county's own.
 */
@Service
class NameReader {

    private final ReaderRepository readers;

    NameReader(ReaderRepository readers) {
        this.readers = readers;
    }

    record ReaderRequest(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,31}") String duty,
            @NotNull LocalDate since,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Reader name(ReaderRequest request, Desk desk) {
        NOT_COUNTY.unless(desk.isAt(Tier.COUNTY));
        OWN_DUTY.when(request.duty().equals(desk.caller().duty()));
        if (request.since().isBefore(desk.today())) throw PAST.with(desk.today());
        return readers.find(readers.insert(request, desk), desk.scope()).orElseThrow();
    }

    @Transactional
    Reader end(long id, Desk desk) {
        var reader = readers.find(id, desk.scope()).orElseThrow(READER_UNKNOWN);
        readers.end(reader, desk.today());
        return readers.find(id, desk.scope()).orElseThrow();
    }
}
