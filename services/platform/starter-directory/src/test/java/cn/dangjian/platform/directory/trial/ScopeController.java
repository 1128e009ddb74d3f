package cn.dangjian.platform.directory.trial;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScopeController {

    private final Directory directory;

    ScopeController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/v1/scopes/own")
    Scope own(@OwnUnit Scope scope) {
        return scope;
    }

    @GetMapping("/v1/scopes/subtree")
    Scope subtree(@Subtree Scope scope) {
        return scope;
    }

    @GetMapping("/v1/scopes/none")
    String none() {
        return "no scope";
    }

    @GetMapping("/v1/scopes/either")
    Scope either(@Subtree(lines = true) Scope scope) {
        return scope;
    }

    @GetMapping("/v1/lines/units/{id}")
    ResponseEntity<Unit> unitOfLine(@PathVariable UnitId id, @Subtree(lines = true) Scope scope) {
        return ResponseEntity.of(directory.find(id, scope));
    }

    @GetMapping("/v1/scopes/forgotten")
    Scope forgotten(Scope scope) {
        return scope;
    }

    @GetMapping("/v1/units/{id}")
    ResponseEntity<Unit> unit(@PathVariable UnitId id, @Subtree Scope scope) {
        return ResponseEntity.of(directory.find(id, scope));
    }
}
