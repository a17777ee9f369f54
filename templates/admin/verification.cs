<?cs # One verification, as far as it is.  Needs: verification.{url,scope,case_number,from_on,asked_name,asked_at,state,over,stopping,interrupted,stop_name,stop_at,share,cases,rows_seen,links,events,faults,ended_at}; faults.N. ?>
<?cs call:heading(words.guard_nav.verify) ?>
<?cs if:!verification.over ?><p role="status"><?cs var:words.verify_state[verification.state] ?> <progress class="ym-progress" max="100" value="<?cs var:verification.share ?>" aria-label="<?cs var:words.guard.progress ?>"><?cs var:verification.share ?> %</progress> <span class="ym-number"><?cs var:verification.share ?> %</span></p>
<?cs if:verification.interrupted ?><?cs call:notice("warn", words.guard.verify_interrupted) ?><?cs /if ?>
<p class="ym-no-print"><a href="<?cs var:url_validate(verification.url) ?>"><?cs var:words.guard.look_again ?></a><?cs if:!verification.stopping ?> <a href="<?cs var:url_validate(verification.url) ?>/stop"><?cs var:words.guard.verify_stop ?></a><?cs /if ?></p>
<?cs elif:verification.state == "failed" ?><?cs call:notice("warn", words.verify_state.failed) ?>
<?cs elif:verification.state == "stopped" ?><?cs call:notice("warn", words.guard.verify_stopped) ?>
<?cs elif:verification.faults == "0" ?><?cs call:notice("good", words.guard.no_fault) ?>
<?cs else ?><?cs call:notice("bad", words.guard.has_faults) ?><?cs /if ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("verify_scope", words.verify_scope[verification.scope]) ?>
<?cs if:verification.case_number ?><?cs call:summary_row("audit_object", verification.case_number) ?><?cs /if ?>
<?cs if:verification.from_on.text ?><?cs call:summary_row("from_on", verification.from_on.text) ?><?cs /if ?>
<?cs call:summary_row("verify_by", verification.asked_name) ?>
<?cs call:summary_row("verify_asked_at", verification.asked_at.text) ?>
<?cs call:summary_row("verify_ended_at", verification.ended_at.text) ?>
<?cs if:verification.stop_name ?><?cs call:summary_row("verify_stop_by", verification.stop_name) ?><?cs call:summary_row("verify_stop_at", verification.stop_at.text) ?><?cs /if ?>
<?cs call:summary_row("verify_cases", verification.cases) ?>
<?cs call:summary_row("verify_rows", verification.rows_seen) ?>
<?cs call:summary_row("verify_links", verification.links) ?>
<?cs call:summary_row("verify_events", verification.events) ?>
<?cs call:summary_row("verify_faults", verification.faults) ?>
</dl>
<?cs if:faults.0.fault ?>
<table class="ym-table">
<caption class="ym-table__caption"><?cs var:words.guard.faults ?></caption>
<thead><tr><th scope="col"><?cs var:words.guard.fault ?></th><th scope="col"><?cs var:words.label.audit_object ?></th><th scope="col"><?cs var:words.guard.at_row ?></th></tr></thead>
<tbody>
<?cs each:one = faults ?><tr>
<th scope="row"><?cs var:words.verify_fault[one.fault] ?> <span class="ym-small ym-number"><?cs var:one.fault ?></span></th>
<td data-label="<?cs var:words.label.audit_object ?>"><span class="ym-number"><?cs var:one.case_number ?></span></td>
<td data-label="<?cs var:words.guard.at_row ?>"><span class="ym-number"><?cs if:one.position != "0" ?><?cs var:one.position ?><?cs /if ?> <?cs var:one.what ?></span></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?>
