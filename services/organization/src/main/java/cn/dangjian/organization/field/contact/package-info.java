/** 领导联点、包片、驻村: whose contact point a unit is, what was found there, and which villages nobody visits. */
@NullMarked
package cn.dangjian.organization.field.contact;

import org.jspecify.annotations.NullMarked;
