/**
 * 产业链: chains of enterprises, the units on them and the functional Party unit that leads Party work there: “把党组织建在
 * 产业链和区域链上” (S0), “积极探索在各类产业链上建立党组织” (S1; ORG-07).
 */
@NullMarked
package cn.dangjian.organization.register.chain;

import org.jspecify.annotations.NullMarked;
