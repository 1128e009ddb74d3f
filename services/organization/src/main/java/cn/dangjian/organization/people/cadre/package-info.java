/** 后备干部与书记调整: who may become a village's secretary, and which secretaries were replaced and why. */
@NullMarked
package cn.dangjian.organization.people.cadre;

import org.jspecify.annotations.NullMarked;
