#!/usr/bin/python3
"""The peer of our DOCX export: docxtpl filling the same lettre d'intention from the same project (JSON of cpts exporter).

    docxtpl_peer.py modele MODELE.docx             makes the template once
    docxtpl_peer.py remplir MODELE.docx F.json S   fills it: what is timed
"""
import json
import sys

TABLES = [
    ("1) IDENTIFICATION DU PORTEUR DE PROJET", "identite", ["nom", "porteur"]),
    ("2) CARACTÉRISTIQUES DU TERRITOIRE ENVISAGÉ", "commune", ["nom", "codePostal", "zonage"]),
    ("c) Partenariat et réseaux existants", "contact", ["code", "pris", "precision"]),
    ("a) La gouvernance de la CPTS", "personne",
     ["nom", "profession", "lieuExercice", "structure", "secteur", "gouvernance"]),
    ("b) La mobilisation autour du projet de CPTS", "mobilisation", ["sorte", "description"]),
    ("Professionnels informés et sollicités", "effectif", ["profession", "identifies", "sollicites", "adherents"]),
    ("Liste des services / établissements", "partenaire",
     ["service", "representant", "localisation", "avancement", "gouvernance"]),
    ("c) Missions et objectifs visés par le projet", "mission", ["code", "retenue", "description"]),
    ("4) CALENDRIER ENVISAGÉ", "echeance", ["intitule", "date"]),
    ("d) Mode d'organisation", "rubrique", ["code", "texte"]),
]


def make_template(path):
    from docx import Document

    document = Document()
    document.add_heading("LETTRE D’INTENTION - Projet de CPTS 2022", 0)
    for title, name, columns in TABLES:
        document.add_heading(title, 1)
        table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
        for cell, column in zip(table.rows[0].cells, columns):
            cell.text = column
        table.rows[1].cells[0].text = "{%tr for r in " + name + " %}"
        for cell, column in zip(table.rows[2].cells, columns):
            cell.text = "{{ r." + column + " }}"
        table.rows[3].cells[0].text = "{%tr endfor %}"
    document.save(path)


def fill(template, source, target):
    from docxtpl import DocxTemplate

    with open(source, encoding="utf-8") as file:
        content = json.load(file)["contenu"]
    context = {}
    for _, name, columns in TABLES:
        records = content.get(name, [])
        records = records if isinstance(records, list) else [records]
        context[name] = [{column: record.get(column, "") for column in columns} for record in records]
    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    document.save(target)


if sys.argv[1] == "modele":
    make_template(sys.argv[2])
else:
    fill(*sys.argv[2:5])
