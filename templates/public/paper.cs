<?cs # A numbered paper as a page.  Needs: paper.seal where it is not the organ's own; row.{number,organ_name,state,state_code,state_note,signed_at}, blocks.N.{kind,
name,text,head,rows}, pdf_url, qr_url, verify_url, print_url; language where the page's is not Chinese.  Without blocks
it was refused, and the frame says why. ?>
<?cs def:paper_row(cells, tag) ?><tr><?cs each:cell = cells ?><?cs if:tag ?><th scope="col"><?cs var:cell.text ?></th><?cs else ?><td class="ym-lines"><?cs var:cell.text ?></td><?cs /if ?><?cs /each ?></tr><?cs /def ?>

<?cs def:paper_block(block) ?>
<?cs if:block.kind == "title" ?><h1 class="ym-paper__title"><?cs var:block.text ?></h1>
<?cs elif:block.kind == "english" ?><p class="ym-paper__english" lang="en"><?cs var:block.text ?></p>
<?cs elif:block.kind == "h" ?><h2 class="ym-paper__h"><?cs var:block.text ?></h2>
<?cs elif:block.kind == "fact" ?><dl class="ym-paper__fact"><dt><?cs var:block.name ?></dt><dd><?cs var:block.text ?></dd></dl>
<?cs elif:block.kind == "table" ?><div class="ym-paper__table"><table><thead><?cs call:paper_row(block.head.cells, "1") ?></thead><tbody><?cs each:line = block.rows ?><?cs call:paper_row(line.cells, "") ?>
<?cs /each ?></tbody></table></div>
<?cs elif:block.kind == "proof" ?>
<?cs else ?><p class="ym-paper__<?cs var:block.kind ?> ym-lines"><?cs var:block.text ?></p>
<?cs /if ?>
<?cs /def ?>

<?cs if:blocks.0.kind ?>
<?cs if:row.state != "valid" ?><?cs call:notice("warn", words.paper_state_help[row.state]) ?><?cs if:row.state_note ?><p class="ym-lines"><?cs var:words.label.paper_state_code ?><?cs var:words.frame.colon ?><?cs call:data(row.state_note) ?></p><?cs /if ?><?cs /if ?>
<article class="ym-paper"<?cs if:language ?> lang="<?cs var:language ?>"<?cs /if ?>>
<?cs each:block = blocks ?><?cs call:paper_block(block) ?><?cs /each ?>
<div class="ym-paper__proof">
<img class="ym-paper__qr" src="<?cs var:url_validate(qr_url) ?>" alt="<?cs var:words.paper.qr ?>" width="112" height="112">
<div><?cs if:paper.seal ?><p><?cs var:words.paper.seal ?><?cs var:words.frame.colon ?><?cs var:paper.seal ?></p><?cs /if ?><?cs each:block = blocks ?><?cs if:block.kind == "proof" ?><p><?cs var:block.text ?></p><?cs /if ?><?cs /each ?></div>
</div>
</article>
<div class="ym-buttons ym-no-print">
<a class="govuk-button" href="<?cs var:url_validate(pdf_url) ?>"><?cs var:words.paper.pdf ?></a>
<?cs call:link_button_plain("print", print_url) ?>
<a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(verify_url) ?>"><?cs var:words.paper.verify ?></a>
</div>
<?cs else ?>
<?cs call:heading(words.title.public_paper) ?>
<p><?cs var:words.paper.ask ?></p>
<?cs /if ?>
