package cn.dangjian.organization.register.chain;

import static cn.dangjian.organization.register.chain.ChainRefusal.CODE_TAKEN;
import static cn.dangjian.organization.register.chain.ChainRefusal.KEEPER_UNKNOWN;
import static cn.dangjian.organization.register.chain.ChainRefusal.NOT_KEEPER;
import static cn.dangjian.organization.register.chain.ChainRefusal.UNIT_UNKNOWN;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 建链: a county or township says which chain there is in its territory, and which unit leads it (链主). */
@Service
class OpenChain {

    private final ChainRepository chains;

    OpenChain(ChainRepository chains) {
        this.chains = chains;
    }

    /** @param leaderId a unit of the register (链主); null if none is named */
    record OpenRequest(
            @NotNull UnitId keeperId,

            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
            String code,

            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long leaderId,
            @NotNull LocalDate on) {}

    /** The new chain's id. */
    @Transactional
    long open(OpenRequest request, Desk desk) {
        var keeper = desk.find(request.keeperId(), Tier.COUNTY, Tier.TOWNSHIP).orElseThrow(KEEPER_UNKNOWN);
        NOT_KEEPER.when(desk.isBelow(Tier.TOWNSHIP));
        ChainKeeper.require(request.on(), keeper.validFrom(), desk);
        var leader = request.leaderId();
        if (leader != null) {
            var opened = chains.findOpened(leader, Scope.subtree(keeper.path())).orElseThrow(UNIT_UNKNOWN);
            ChainKeeper.require(request.on(), opened, desk);
        }
        return chains.insert(request, desk).orElseThrow(() -> CODE_TAKEN.with(request.code()));
    }
}
